package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.FullNumbers;
import io.onevisit.cases.Locks;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplements;
import io.onevisit.problems.Problem;
import io.onevisit.promises.DeferredMaterials;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** One's own applications: where they stand, and answering what is asked. */
@RestController
@RequestMapping("/api/applications")
class ApplicationsController {

    private static final int LONGEST_ANSWER = 2000;

    private final Accounts accounts;
    private final Tracking tracking;
    private final Locks locks;
    private final SupplementAnswer answer;
    private final Supplements supplements;
    private final Documents documents;
    private final Materials materials;
    private final DeferredMaterials deferred;

    ApplicationsController(
            Accounts accounts,
            Tracking tracking,
            Locks locks,
            SupplementAnswer answer,
            Supplements supplements,
            Documents documents,
            Materials materials,
            DeferredMaterials deferred) {
        this.accounts = accounts;
        this.tracking = tracking;
        this.locks = locks;
        this.answer = answer;
        this.supplements = supplements;
        this.documents = documents;
        this.materials = materials;
        this.deferred = deferred;
    }

    @GetMapping
    List<Tracking.Row> mine() {
        return tracking.mine(accounts.current());
    }

    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_APPLICATION, kind = Kind.APPLICATION, number = "#no")
    Tracking.View one(@PathVariable String no) {
        return tracking.of(accounts.current(), FullNumbers.number(no).orElse(no));
    }

    @PostMapping("/{no}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Noted(value = Verb.HAND_IN, kind = Kind.APPLICATION, number = "#no")
    public DraftsController.Uploaded upload(
            @PathVariable String no, @RequestParam MultipartFile file, @RequestParam String materialKey)
            throws IOException {
        var person = accounts.current();
        tracking.own(person, no);
        var asked = supplements.openOf(no);
        var promised =
                deferred.openOf(no).stream().anyMatch(open -> open.materialKey().equals(materialKey));
        if (!promised && asked.isEmpty()) {
            throw Problem.conflict("supplement-none", "现在没有需要补正的材料，无法上传。");
        }
        if (!promised
                && asked.stream()
                        .flatMap(notice -> notice.items().stream())
                        .noneMatch(item -> materialKey.equals(item.materialKey()))) {
            throw Problem.conflict("material-not-asked", "补正告知没有要求这份材料，已提交的材料不能更换。");
        }
        try (var content = file.getInputStream()) {
            var document = documents.store(person.username(), file.getOriginalFilename(), content);
            locks.application(no);
            materials.attach(no, materialKey, document.id());
            if (promised) {
                deferred.supplied(no, materialKey, person.name());
            }
            return DraftsController.Uploaded.of(document);
        }
    }

    @PostMapping("/{no}/supplement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.SUPPLEMENT, kind = Kind.APPLICATION, number = "#no")
    void supplement(@PathVariable String no, @Validated @RequestBody Sent sent) {
        var words = sent.note() == null ? "" : sent.note().strip();
        if (words.length() > LONGEST_ANSWER) {
            throw Problem.invalid("answer-long", "答复最多 2000 字。").with("field", "note");
        }
        answer.send(accounts.current(), no, sent.taskId(), words);
    }

    /** @param note the answer in words, where words were asked for */
    record Sent(@NotBlank String taskId, String note) {}
}
