package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Documents;
import io.onevisit.materials.ReadAhead;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reaches;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a draft: what was read in them, and those handed in before that can serve again. */
@RestController
@RequestMapping("/api/drafts/{id}")
class DraftPapersController {

    private final Accounts accounts;
    private final Drafts drafts;
    private final Representations representations;
    private final DraftForm form;
    private final ReadAhead ahead;
    private final EarlierPapers earlier;
    private final Documents documents;

    DraftPapersController(
            Accounts accounts,
            Drafts drafts,
            Representations representations,
            DraftForm form,
            ReadAhead ahead,
            EarlierPapers earlier,
            Documents documents) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.representations = representations;
        this.form = form;
        this.ahead = ahead;
        this.earlier = earlier;
        this.documents = documents;
    }

    @PlatformWork("草稿只有填写人自己打得开，识别结果也只给填写人")
    @GetMapping("/documents/{documentId}/reading")
    ReadAhead.Read reading(@PathVariable UUID id, @PathVariable UUID documentId) {
        var mine = mine(id);
        return ahead.of(documentId, mine.kindOf(documentId));
    }

    /** Says what stands in the paper where it was read wrongly; all that is said at once. */
    @PutMapping("/documents/{documentId}/reading")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @Transactional
    public ReadAhead.Read state(
            @PathVariable UUID id, @PathVariable UUID documentId, @Validated @RequestBody Stated stated) {
        var kind = mine(id).kindOf(documentId);
        ahead.state(documentId, kind, stated.fields());
        return ahead.of(documentId, kind);
    }

    @PlatformWork("草稿只有填写人自己打得开；以往材料只限同一申请人、本人能查看的申报")
    @GetMapping("/materials/{key}/earlier")
    List<EarlierPapers.Earlier> earlier(@PathVariable UUID id, @PathVariable String key) {
        return mine(id).earlier(key);
    }

    /** Hands in once more what was handed in before. */
    @PostMapping("/materials/{key}/earlier")
    @Reaches(kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public DraftsController.Uploaded again(
            @PathVariable UUID id, @PathVariable String key, @Validated @RequestBody Again again) {
        var mine = mine(id);
        if (mine.earlier(key).stream().noneMatch(one -> one.id().equals(again.documentId()))) {
            throw Problem.notFound("earlier-unknown", "没有找到这份以往材料，请刷新后重新选择或者上传文件。");
        }
        var document = documents.again(mine.person().username(), again.documentId());
        drafts.attach(mine.draft().owner(), id, key, document.id());
        ahead.start(
                document.id(), mine.needed(key).material().kind(), mine.draft().region());
        return DraftsController.Uploaded.of(document);
    }

    private Mine mine(UUID id) {
        var person = accounts.current();
        var draft = drafts.get(person.username(), id);
        return new Mine(person, draft, representations.of(draft, person));
    }

    /** A draft of the signed-in person, with for whom it is. */
    private final class Mine {
        private final Account person;
        private final Draft draft;
        private final Representation representation;

        private Mine(Account person, Draft draft, Representation representation) {
            this.person = person;
            this.draft = draft;
            this.representation = representation;
        }

        private Account person() {
            return person;
        }

        private Draft draft() {
            return draft;
        }

        private NeededMaterials.Needed needed(String key) {
            return form.needed(draft, representation, key);
        }

        private List<EarlierPapers.Earlier> earlier(String key) {
            return earlier.of(person, representation.applicant(), needed(key).material());
        }

        private String kindOf(UUID documentId) {
            return draft.documents().stream()
                    .filter(document -> document.documentId().equals(documentId))
                    .findFirst()
                    .map(document -> needed(document.materialKey()).material().kind())
                    .orElseThrow(() -> Problem.notFound("document-unknown", "没有找到该文件。"));
        }
    }

    /** @param fields what stands in each field of the paper, by its key */
    record Stated(@NotNull Map<String, String> fields) {}

    record Again(@NotNull UUID documentId) {}
}
