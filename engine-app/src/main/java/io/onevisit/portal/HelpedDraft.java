package io.onevisit.portal;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.OwnersWord;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.ReadAhead;
import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a helper does with somebody's draft: sees it with numbers hidden, fills it in, hands papers in, sends it with the owner's word. */
@Component
class HelpedDraft {

    private static final Duration WORD_GOOD_FOR = Duration.ofMinutes(5);

    private final Helps helps;
    private final Drafts drafts;
    private final DraftForm form;
    private final ReadAhead ahead;
    private final Documents documents;
    private final Submission submission;
    private final Accounts accounts;
    private final OwnersWord word;
    private final Clock time;

    HelpedDraft(
            Helps helps,
            Drafts drafts,
            DraftForm form,
            ReadAhead ahead,
            Documents documents,
            Submission submission,
            Accounts accounts,
            OwnersWord word,
            Clock time) {
        this.helps = helps;
        this.drafts = drafts;
        this.form = form;
        this.ahead = ahead;
        this.documents = documents;
        this.submission = submission;
        this.accounts = accounts;
        this.word = word;
        this.time = time;
    }

    /** The draft and its form with numbers hidden. */
    record Seen(Draft draft, DraftForm.View form) {}

    Seen see(Account helper, UUID id) {
        var help = helps.own(helper, id);
        var draft = drafts.get(help.owner(), id);
        var uploads = uploads(helper, draft);
        var hidden = Hidden.of(form.of(draft, Representation.self(owner(help))), help.filled(), uploads);
        var answers = Hidden.answers(draft.answers(), hidden);
        return new Seen(
                new Draft(
                        draft.id(),
                        draft.owner(),
                        draft.bundle(),
                        draft.bundleName(),
                        draft.region(),
                        answers,
                        draft.items(),
                        draft.documents().stream()
                                .map(d -> uploads.contains(d.documentId().toString())
                                        ? d
                                        : new Draft.HandedIn(d.materialKey(), null, "申请人已上传", d.size(), d.type()))
                                .toList(),
                        draft.savedAt(),
                        draft.revision(),
                        null,
                        null,
                        null,
                        new Draft.For(owner(help).name(), "帮办代办", null)),
                hidden);
    }

    @Transactional
    Seen fill(Account helper, UUID id, Map<String, Object> answers, List<String> items, int revision) {
        var help = helps.own(helper, id);
        var draft = drafts.get(help.owner(), id);
        var open = form.of(draft, Representation.self(owner(help)));
        var hidden = Hidden.of(open, help.filled(), Set.of());
        var kept = Hidden.kept(answers, draft.answers(), open, hidden);
        drafts.save(help.owner(), id, kept, items, revision);
        helps.filled(help, Hidden.written(kept, draft.answers(), help.filled()));
        return see(helper, id);
    }

    Document handIn(Account helper, UUID id, String materialKey, String name, InputStream content) {
        var help = helps.own(helper, id);
        var draft = drafts.get(help.owner(), id);
        var material = form.needed(draft, Representation.self(owner(help)), materialKey)
                .material();
        var document = documents.store(helper.username(), name, content);
        helps.attach(help, materialKey, document.id());
        ahead.start(document.id(), material.kind(), draft.region());
        return document;
    }

    /** Takes out what the helper handed in themselves. */
    void takeOut(Account helper, UUID id, UUID documentId) {
        var help = helps.own(helper, id);
        if (!uploads(helper, drafts.get(help.owner(), id)).contains(documentId.toString())) {
            throw Problem.forbidden("hidden-document", "这份材料是申请人自己上传的，帮办人员不能删除。");
        }
        helps.detach(help, documentId);
    }

    /**
     * Asks the owner over the telephone, and keeps what they were asked: only if it was sent.
     *
     * @return what to tell who waits for the code
     */
    @Transactional
    public String ask(Account helper, UUID id, List<String> licenses, HttpServletRequest request) {
        var help = helps.own(helper, id);
        var draft = drafts.get(help.owner(), id);
        var names = form.of(draft, Representation.self(owner(help))).materials().stream()
                .filter(paper -> paper.license() != null
                        && licenses.contains(paper.license().type()))
                .map(paper -> paper.license().typeName())
                .distinct()
                .toList();
        helps.asked(help, draft.revision(), licenses);
        return word.ask(
                help.owner(),
                "%s（帮办）请您确认提交“%s”%s"
                        .formatted(
                                helper.name(),
                                draft.bundleName(),
                                names.isEmpty() ? "" : "，并使用您的电子证照：" + String.join("、", names)),
                request);
    }

    /** The owner was asked about exactly what stands there now; a problem where they were not. */
    Helps.Help confirmable(Account helper, UUID id) {
        var help = helps.own(helper, id);
        var draft = drafts.get(help.owner(), id);
        if (help.askedAt() == null || help.askedAt().plus(WORD_GOOD_FOR).isBefore(time.instant())) {
            throw Helps.unasked();
        }
        helps.refuseChanged(helper, help, draft);
        return help;
    }

    Submission.Submitted submit(Account helper, Helps.Help help, String key) {
        return submission.submitWithHelp(owner(help), helper, help, key);
    }

    private Account owner(Helps.Help help) {
        return accounts.find(help.owner()).orElseThrow(Helps::unknown);
    }

    private Set<String> uploads(Account helper, Draft draft) {
        return draft.documents().stream()
                .map(Draft.HandedIn::documentId)
                .filter(id -> documents.document(id).owner().equals(helper.username()))
                .map(UUID::toString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
