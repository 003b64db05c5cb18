package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.bundles.Bundles;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.materials.Document;
import io.onevisit.materials.ReadAhead;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reaches;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
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

/** Writing an application: begin, save, hand papers in, submit. */
@RestController
@RequestMapping("/api/drafts")
class DraftsController {

    private final Accounts accounts;
    private final Drafts drafts;
    private final DraftForm form;
    private final ReadAhead ahead;
    private final Photos photos;
    private final Submission submission;
    private final Bundles bundles;
    private final ItemsOnOffer offers;
    private final Window window;
    private final Representations representations;

    DraftsController(
            Accounts accounts,
            Drafts drafts,
            DraftForm form,
            ReadAhead ahead,
            Photos photos,
            Submission submission,
            Bundles bundles,
            ItemsOnOffer offers,
            Window window,
            Representations representations) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.form = form;
        this.ahead = ahead;
        this.photos = photos;
        this.submission = submission;
        this.bundles = bundles;
        this.offers = offers;
        this.window = window;
        this.representations = representations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Noted(value = Verb.TAKE_IN, kind = Kind.DRAFT, number = "#result.id()", ofOfficers = true)
    public Draft begin(@Validated @RequestBody Beginning beginning) {
        var person = accounts.current();
        var region = beginning.region() == null ? person.region() : beginning.region();
        var subject = beginning.subject(bundles);
        offers.refuseClosed(subject, region);
        if (!person.is(Role.CLERK)) {
            if (beginning.applicant() != null) {
                throw Problem.forbidden("window-only", "只有窗口人员可以为到场的申请人收件。");
            }
            var acting = representations.chosen(person, beginning.actingFor(), subject, region);
            return drafts.begin(person.username(), subject, region, null, acting);
        }
        if (beginning.actingFor() != null) {
            throw Problem.forbidden("citizens-only", "工作人员账号不能代办，请用个人账号登录。");
        }
        offers.refuseElsewhere(subject, region, person.region());
        var present = window.present(person, beginning.applicant(), beginning.verified(), beginning.seen());
        var draft = drafts.begin(person.username(), subject, region, present, null);
        window.record(person, draft, beginning.ticket());
        return draft;
    }

    @GetMapping
    List<Draft> mine() {
        return drafts.of(accounts.current().username());
    }

    @PlatformWork("草稿按登录人查找；代办时核对并锁定授权")
    @GetMapping("/{id}")
    Draft one(@PathVariable UUID id) {
        return own(id);
    }

    /** The signed-in person's, who may still write it. */
    private Draft own(UUID id) {
        var person = accounts.current();
        var draft = drafts.get(person.username(), id);
        representations.of(draft, person);
        return draft;
    }

    @PutMapping("/{id}")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    Draft save(@PathVariable UUID id, @Validated @RequestBody Save save) {
        return drafts.save(own(id).owner(), id, save.answers(), save.items(), save.revision());
    }

    @DeleteMapping("/{id}")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id) {
        drafts.drop(own(id).owner(), id);
    }

    @PlatformWork("草稿只有填写人自己打得开；预填到场申请人和家人的证照由授权决定")
    @GetMapping("/{id}/form")
    DraftForm.View form(@PathVariable UUID id) {
        var signedIn = accounts.current();
        var draft = drafts.get(signedIn.username(), id);
        return form.of(draft, representations.of(draft, signedIn));
    }

    @PostMapping("/{id}/documents")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(
            @PathVariable UUID id, @RequestParam("file") List<MultipartFile> files, @RequestParam String materialKey)
            throws IOException {
        var person = accounts.current();
        var draft = drafts.get(person.username(), id);
        var material = form.needed(draft, representations.of(draft, person), materialKey)
                .material();
        var document = photos.asOne(person.username(), material.name(), material.formats(), files);
        drafts.attach(draft.owner(), id, materialKey, document.id());
        ahead.start(document.id(), material.kind(), draft.region());
        return Uploaded.of(document);
    }

    @DeleteMapping("/{id}/documents/{documentId}")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID documentId) {
        drafts.detach(own(id).owner(), id, documentId);
    }

    @PlatformWork("草稿只有填写人自己打得开；是否可以承诺要看到场申请人的信用")
    @GetMapping("/{id}/promises")
    Promising.Offers promises(@PathVariable UUID id) {
        return submission.promises(accounts.current(), id);
    }

    @PostMapping("/{id}/submission")
    @Noted(value = Verb.SUBMIT, kind = Kind.APPLICATION, number = "#result.body.applicationNo()")
    ResponseEntity<Receipt> submit(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @Validated @RequestBody Consent consent) {
        Receipts.refuseBadKey(key);
        if (!consent.confirmed()) {
            throw Problem.invalid("not-confirmed", "请确认填写的内容真实、准确后再提交。").with("field", "confirmed");
        }
        var submitted = submission.submit(
                accounts.current(),
                id,
                key,
                consent.consents(),
                new Promising.Given(consent.deferred(), consent.commitments()));
        return ResponseEntity.status(submitted.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(submitted.receipt());
    }

    /**
     * @param bundle key of a bundle, or
     * @param item code of an item to be applied for on its own
     * @param applicant who stands at the clerk's window
     * @param actingFor for whom it is written, {@code null} for oneself
     * @param ticket with which they came to the window, {@code null} without one
     * @param verified whether the clerk looked at their identity card
     * @param seen how they made sure, by eye where nothing is said
     */
    record Beginning(
            String bundle,
            String item,
            String region,
            Draft.Applicant applicant,
            boolean verified,
            IdentityCheck seen,
            Representations.ActingFor actingFor,
            UUID ticket) {
        private String subject(Bundles bundles) {
            if ((bundle == null) == (item == null)) {
                throw Problem.invalid("subject-missing", "请选择要办理的一件事或事项。").with("field", "item");
            }
            return bundle != null ? bundle : bundles.keyOfItem(item);
        }
    }

    record Save(@NotNull Map<String, Object> answers, @NotNull List<String> items, int revision) {}

    /**
     * @param deferred keys of the materials promised for later
     * @param commitments variables of the items decided on a promise
     */
    record Consent(
            @NotNull List<String> consents, boolean confirmed, List<String> deferred, List<String> commitments) {}

    record Uploaded(UUID id, String name, long size, String type, String sha256) {
        static Uploaded of(Document document) {
            return new Uploaded(document.id(), document.name(), document.size(), document.type(), document.sha256());
        }
    }
}
