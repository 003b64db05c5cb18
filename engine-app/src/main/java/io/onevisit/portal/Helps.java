package io.onevisit.portal;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.OnBehalf;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 帮办: an officer goes on with somebody's draft, as long as its owner lets them; one at a time, for a day. */
@Component
class Helps {

    static final Duration LASTS = Duration.ofDays(1);

    private static final String HELP =
            """
            select h.id, h.draft_id, h.owner, h.helper, h.taken_at, h.filled, h.asked_at, h.asked_revision, h.asked_licenses
            from draft_help h where h.ended_at is null and\s""";

    private final JdbcClient sql;
    private final Drafts drafts;
    private final HelpCodes codes;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Clock time;

    Helps(JdbcClient sql, Drafts drafts, HelpCodes codes, Accounts accounts, Inbox inbox, Clock time) {
        this.sql = sql;
        this.drafts = drafts;
        this.codes = codes;
        this.accounts = accounts;
        this.inbox = inbox;
        this.time = time;
    }

    /** A code for one's own draft; who helped before does so no more. What is written for others is not handed on. */
    @Transactional
    HelpCodes.Made offer(Account owner, UUID draftId) {
        var draft = drafts.locked(owner.username(), draftId);
        if (draft.mandate() != null || draft.legalPerson() != null || draft.applicant() != null) {
            throw Problem.forbidden("help-own-only", "替他人或者单位填写的草稿不能再请人帮办，请由本人办理。");
        }
        end(draftId);
        return codes.make(owner.username(), draftId);
    }

    /** What the owner of a draft sees: whether a code is out, and who helps. */
    Status status(Account owner, UUID draftId) {
        drafts.get(owner.username(), draftId);
        return sql.sql(
                        HELP
                                + """
                        h.draft_id = :draft and (h.helper is not null or h.made_at > :old and h.tries < :tries)
                        order by h.made_at desc limit 1""")
                .param("draft", draftId)
                .param("old", Timestamp.from(time.instant().minus(HelpCodes.GOOD_FOR)))
                .param("tries", HelpCodes.TRIES)
                .query(Helps::help)
                .optional()
                .map(help -> help.helper() == null
                        ? new Status("OFFERED", null, null)
                        : over(help)
                                ? new Status("NONE", null, null)
                                : new Status(
                                        "TAKEN",
                                        accounts.nameOf(help.helper()),
                                        help.takenAt().plus(LASTS)))
                .orElse(new Status("NONE", null, null));
    }

    /** The owner takes the draft back at any time. */
    @Transactional
    void takeBack(Account owner, UUID draftId) {
        drafts.locked(owner.username(), draftId);
        end(draftId);
    }

    @Transactional
    Help take(Account helper, String code) {
        var id = codes.find(helper.username(), code)
                .orElseThrow(() -> Problem.invalid("help-code-wrong", "帮办码不正确、已用过或已过期。请与申请人核对，或者请其重新出具。")
                        .with("field", "code"));
        var taken = sql.sql(
                        "update draft_help set helper = ?, taken_at = ? where id = ? and helper is null and ended_at is null and owner <> ?")
                .params(helper.username(), Timestamp.from(time.instant()), id, helper.username())
                .update();
        if (taken == 0) {
            throw Problem.conflict("help-code-used", "这个帮办码已被使用或收回，请申请人重新出具。");
        }
        var help = sql.sql(HELP + "h.id = ?").param(id).query(Helps::help).single();
        OnBehalf.of(help.owner());
        tell(help, helper);
        return help;
    }

    List<Help> of(Account helper) {
        return sql
                .sql(HELP + "h.helper = ? order by h.taken_at desc")
                .param(helper.username())
                .query(Helps::help)
                .list()
                .stream()
                .filter(help -> !over(help))
                .toList();
    }

    /** The help this officer gives to a draft, on its owner's behalf from then on; a 404 problem where there is none (any more). */
    Help own(Account helper, UUID draftId) {
        var help = sql.sql(HELP + "h.draft_id = ? and h.helper = ?")
                .params(draftId, helper.username())
                .query(Helps::help)
                .optional()
                .filter(found -> !over(found))
                .orElseThrow(Helps::unknown);
        OnBehalf.of(help.owner());
        return help;
    }

    static Problem unknown() {
        return Problem.notFound("help-unknown", "没有找到这份草稿，申请人可能已经提交或者收回。");
    }

    /** Whether an officer helps with one of the drafts that a document was handed in for. */
    boolean sees(Account helper, UUID documentId) {
        return Boolean.TRUE.equals(sql.sql(
                        """
                        select exists (select from draft_document d join draft_help h on h.draft_id = d.draft_id
                            where d.document_id = ? and h.helper = ? and h.ended_at is null and h.taken_at > ?)""")
                .params(
                        documentId,
                        helper.username(),
                        Timestamp.from(time.instant().minus(LASTS)))
                .query(Boolean.class)
                .single());
    }

    void filled(Help help, List<String> keys) {
        sql.sql("update draft_help set filled = ?, asked_at = null where id = ?")
                .params(keys.toArray(String[]::new), help.id())
                .update();
    }

    /** A paper more; the owner was not asked about it. */
    @Transactional
    void attach(Help help, String materialKey, UUID documentId) {
        drafts.attach(help.owner(), help.draftId(), materialKey, documentId);
        changed(help);
    }

    /** A paper less; the owner was not asked about it. */
    @Transactional
    void detach(Help help, UUID documentId) {
        drafts.detach(help.owner(), help.draftId(), documentId);
        changed(help);
    }

    /** The owner was asked about exactly this draft in this help; a problem where either is no more what it was. */
    void refuseChanged(Account helper, Help help, Draft draft) {
        if (!own(helper, draft.id()).equals(help) || help.askedRevision() != draft.revision()) {
            throw unasked();
        }
    }

    static Problem unasked() {
        return Problem.conflict("word-needed", "提交前须由申请人本人确认；内容有改动的，请重新发送确认短信。");
    }

    private void changed(Help help) {
        sql.sql("update draft_help set asked_at = null where id = ?")
                .param(help.id())
                .update();
    }

    /** Of all that the owner was asked, this is the newest. */
    void asked(Help help, int revision, List<String> licenses) {
        sql.sql("update draft_help set asked_at = null where owner = ?")
                .param(help.owner())
                .update();
        sql.sql("update draft_help set asked_at = ?, asked_revision = ?, asked_licenses = ? where id = ?")
                .params(Timestamp.from(time.instant()), revision, licenses.toArray(String[]::new), help.id())
                .update();
    }

    private void end(UUID draftId) {
        sql.sql("update draft_help set ended_at = ? where draft_id = ? and ended_at is null")
                .params(Timestamp.from(time.instant()), draftId)
                .update();
    }

    private boolean over(Help help) {
        return help.takenAt() != null && !help.takenAt().plus(LASTS).isAfter(time.instant());
    }

    private static Help help(ResultSet row, int n) throws SQLException {
        var taken = row.getTimestamp("taken_at");
        var asked = row.getTimestamp("asked_at");
        return new Help(
                row.getObject("id", UUID.class),
                row.getObject("draft_id", UUID.class),
                row.getString("owner"),
                row.getString("helper"),
                taken == null ? null : taken.toInstant(),
                List.of((String[]) row.getArray("filled").getArray()),
                asked == null ? null : asked.toInstant(),
                row.getObject("asked_revision", Integer.class),
                List.of((String[]) row.getArray("asked_licenses").getArray()));
    }

    private void tell(Help help, Account helper) {
        inbox.deliver(new Message(
                UUID.randomUUID(),
                "help:" + help.id(),
                help.owner(),
                "draft-help-taken",
                "%s正在帮您填写草稿".formatted(helper.name()),
                "%s凭您出具的帮办码接手了草稿，可以填写和上传材料；您的证件号码和证照编号对其隐去。没有您的确认不会提交，您随时可以收回。".formatted(helper.name()),
                null,
                null,
                time.instant(),
                "/apply/" + help.draftId()));
    }

    /** @param state {@code NONE}, {@code OFFERED} or {@code TAKEN} */
    record Status(String state, String helper, Instant until) {}

    /**
     * @param filled keys of the answers the helper wrote
     * @param askedAt when the owner was asked to confirm what stands there now, {@code null} where they were not
     */
    record Help(
            UUID id,
            UUID draftId,
            String owner,
            String helper,
            Instant takenAt,
            List<String> filled,
            Instant askedAt,
            Integer askedRevision,
            List<String> askedLicenses) {}
}
