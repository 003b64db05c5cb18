package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Documents;
import io.onevisit.materials.ReadAhead;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reaches;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Scans of what somebody brought to the window, and to which materials their pages belong. */
@RestController
@RequestMapping("/api/drafts/{id}/scans")
class ScansController {

    private final Accounts accounts;
    private final Drafts drafts;
    private final Scans scans;
    private final DraftForm form;
    private final Representations representations;
    private final Documents documents;
    private final ReadAhead ahead;

    ScansController(
            Accounts accounts,
            Drafts drafts,
            Scans scans,
            DraftForm form,
            Representations representations,
            Documents documents,
            ReadAhead ahead) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.scans = scans;
        this.form = form;
        this.representations = representations;
        this.documents = documents;
        this.ahead = ahead;
    }

    @GetMapping
    View all(@PathVariable UUID id) {
        return view(own(id));
    }

    @PostMapping
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.CREATED)
    View add(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        var draft = own(id);
        try (var content = file.getInputStream()) {
            scans.add(draft, file.getOriginalFilename(), content);
        }
        return view(draft);
    }

    @PutMapping
    @Reaches(kind = Kind.DRAFT, number = "#id")
    View arrange(@PathVariable UUID id, @Validated @RequestBody Arrangement arrangement) {
        var draft = own(id);
        var representation = representations.of(draft, accounts.current());
        var materials = form.of(draft, representation).materials().stream()
                .collect(Collectors.toMap(DraftForm.Paper::key, DraftForm.Paper::name));
        scans.arrange(draft, arrangement.pages(), materials).forEach((key, document) -> {
            if (materials.containsKey(key)) { // asked for still, though the pages were given to it before
                var material = form.needed(draft, representation, key).material();
                ahead.start(document, material.kind(), draft.region());
            }
        });
        return view(draft);
    }

    @GetMapping("/{document}/pages/{number}")
    ResponseEntity<Resource> page(@PathVariable UUID id, @PathVariable UUID document, @PathVariable int number) {
        if (!scans.has(own(id).id(), document)) {
            throw Problem.notFound("page-unknown", "没有这一页的图片。");
        }
        return documents.pageAnswer(document, number);
    }

    private Draft own(UUID id) {
        var draft = drafts.get(accounts.current().username(), id);
        if (draft.applicant() == null) {
            throw Problem.forbidden("window-only", "只有窗口收件可以成批扫描，网上申报请在材料页逐份上传。");
        }
        return draft;
    }

    private View view(Draft draft) {
        return new View(scans.sources(draft.id()), scans.pages(draft.id()));
    }

    record View(List<Scans.Source> sources, List<Scans.Page> pages) {}

    record Arrangement(@NotNull List<Scans.Page> pages) {}
}
