package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.OwnersWord;
import io.onevisit.privacy.Masked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An officer helps with the drafts of people who gave them a code; each look and change is on record on the owner's behalf. */
@RestController
@RequestMapping("/api/helped-drafts")
class HelpedDraftsController {

    private static final String BY_CONSENT = "草稿只有主人同意的帮办人打得开，号码对帮办人隐去";

    private final Accounts accounts;
    private final Helps helps;
    private final HelpedDraft helped;
    private final Drafts drafts;
    private final OwnersWord word;

    HelpedDraftsController(Accounts accounts, Helps helps, HelpedDraft helped, Drafts drafts, OwnersWord word) {
        this.accounts = accounts;
        this.helps = helps;
        this.helped = helped;
        this.drafts = drafts;
        this.word = word;
    }

    @PlatformWork(BY_CONSENT)
    @GetMapping
    List<Line> mine() {
        return helps.of(accounts.current()).stream()
                .map(help -> new Line(
                        help.draftId(),
                        drafts.get(help.owner(), help.draftId()).bundleName(),
                        Masked.name(accounts.nameOf(help.owner())),
                        help.takenAt().plus(Helps.LASTS)))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.TAKE_DRAFT, kind = Kind.DRAFT, number = "#result.id()")
    Taken take(@Validated @RequestBody Code code) {
        return new Taken(helps.take(accounts.current(), code.code()).draftId());
    }

    @PlatformWork(BY_CONSENT)
    @GetMapping("/{id}")
    @Noted(value = Verb.LOOK_DRAFT, kind = Kind.DRAFT, number = "#id")
    Draft one(@PathVariable UUID id) {
        return helped.see(accounts.current(), id).draft();
    }

    @PlatformWork(BY_CONSENT)
    @GetMapping("/{id}/form")
    @Noted(value = Verb.LOOK_DRAFT, kind = Kind.DRAFT, number = "#id")
    DraftForm.View form(@PathVariable UUID id) {
        return helped.see(accounts.current(), id).form();
    }

    @PutMapping("/{id}")
    @Noted(value = Verb.FILL_DRAFT, kind = Kind.DRAFT, number = "#id")
    Draft fill(@PathVariable UUID id, @Validated @RequestBody DraftsController.Save save) {
        return helped.fill(accounts.current(), id, save.answers(), save.items(), save.revision())
                .draft();
    }

    @PostMapping("/{id}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.FILL_DRAFT, kind = Kind.DRAFT, number = "#id")
    DraftsController.Uploaded upload(
            @PathVariable UUID id, @RequestParam MultipartFile file, @RequestParam String materialKey)
            throws IOException {
        try (var content = file.getInputStream()) {
            return DraftsController.Uploaded.of(
                    helped.handIn(accounts.current(), id, materialKey, file.getOriginalFilename(), content));
        }
    }

    @DeleteMapping("/{id}/documents/{documentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.FILL_DRAFT, kind = Kind.DRAFT, number = "#id")
    void remove(@PathVariable UUID id, @PathVariable UUID documentId) {
        helped.takeOut(accounts.current(), id, documentId);
    }

    /** Sends the owner a code; they tell it to the helper if they agree. */
    @PostMapping("/{id}/confirmation")
    @Noted(value = Verb.ASK_WORD, kind = Kind.DRAFT, number = "#id")
    Asked ask(@PathVariable UUID id, @Validated @RequestBody Licenses asked, HttpServletRequest request) {
        return new Asked(helped.ask(accounts.current(), id, asked.licenses(), request));
    }

    @PostMapping("/{id}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.SUBMIT, kind = Kind.APPLICATION, number = "#result.applicationNo()")
    Receipt submit(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @Validated @RequestBody Code code) {
        Receipts.refuseBadKey(key);
        var helper = accounts.current();
        var help = helped.confirmable(helper, id);
        word.take(help.owner(), code.code().strip());
        return helped.submit(helper, help, key).receipt();
    }

    record Line(UUID id, String bundleName, String owner, Instant until) {}

    record Taken(UUID id) {}

    record Code(@NotBlank @Size(max = 20) String code) {}

    /** @param licenses types of the owner's licenses they agree to be used */
    record Licenses(@NotNull List<String> licenses) {}

    /** @param hint where the demonstration's code is to be found, empty elsewhere */
    record Asked(String hint) {}
}
