package io.onevisit.publicity;

import io.onevisit.cases.Cases;
import io.onevisit.engine.Processes;
import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.notices.Notices;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Objections to public notices: raised by anybody who is known by name, verified one after the other, always answered. */
@Component
public class Objections {

    private static final int LONGEST = 2000;
    private static final String BASIS = "公示期内有关单位和个人可以提出异议";

    private final NoticeRows notices;
    private final ObjectionRows rows;
    private final Cases cases;
    private final Processes processes;
    private final Notices messages;
    private final Accounts accounts;
    private final Clock time;

    Objections(
            NoticeRows notices,
            ObjectionRows rows,
            Cases cases,
            Processes processes,
            Notices messages,
            Accounts accounts,
            Clock time) {
        this.notices = notices;
        this.rows = rows;
        this.cases = cases;
        this.processes = processes;
        this.messages = messages;
        this.accounts = accounts;
        this.time = time;
    }

    /** A problem in words where this person cannot object, or not in these words. */
    void refuse(Account person, Notice notice, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid("objection-text", "请写明异议的事实和理由，不超过 %d 个字。".formatted(LONGEST))
                    .with("field", "text");
        }
        if (!notice.standsAt(time.instant())) {
            throw Problem.conflict("notice-over", "公示已经结束，不能再提出异议。如有问题，可以拨打 12345 或者在“我要诉求”中反映。");
        }
        if (rows.of(notice.no(), person.username()).isPresent()) {
            throw Problem.conflict("objected-already", "您已对这份公示提出过异议，请在本页查看处理情况。");
        }
    }

    /** The case's process hears of it at once; while it is busy with another objection, this one waits its turn. */
    @Transactional
    Objection raise(Account person, String noticeNo, String text, UUID evidence) {
        var caseNo = notices.get(noticeNo).caseNo();
        cases.lock(caseNo);
        notices.lockOpen(caseNo);
        refuse(person, notices.get(noticeNo), text);
        var objection = new Objection(
                UUID.randomUUID(),
                noticeNo,
                person.username(),
                text.strip(),
                evidence,
                Objection.State.RECEIVED,
                time.instant(),
                null,
                null,
                null);
        rows.insert(objection);
        cases.journal(caseNo, "平台", "收到对公示的异议", BASIS, objection.raisedAt());
        processes.interrupt(Messages.OBJECTION_RAISED, caseNo, Map.of());
        return objection;
    }

    List<Objection> own(Account person, String noticeNo) {
        return rows.of(notices.get(noticeNo).no(), person.username()).stream().toList();
    }

    /** What waits to be verified in a case, in the order in which it came. */
    public List<Objection> waiting(String caseNo) {
        return notices.ofCase(caseNo).stream()
                .flatMap(notice -> rows.waiting(notice.no()).stream())
                .toList();
    }

    /** An officer's answer to the objection that came first. */
    @Transactional
    public void verify(String caseNo, boolean upheld, String reason, Account officer) {
        cases.lock(caseNo);
        var notice = notices.lockOpen(caseNo).orElseThrow(() -> Problem.conflict("notice-over", "公示已经结束，请刷新后查看。"));
        var objection = rows.waiting(notice.no()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("objection-none", "没有待核实的异议，请刷新后查看。"));
        var state = upheld ? Objection.State.UPHELD : Objection.State.REJECTED;
        rows.settle(objection.id(), state, reason, officer.name(), time.instant());
        tell(notice, objection, upheld ? "objection-upheld" : "objection-rejected", reason);
        cases.journal(caseNo, officer.name(), "核实异议：" + state.label(), reason, time.instant());
    }

    boolean left(String caseNo) {
        return !waiting(caseNo).isEmpty();
    }

    void refuseWaiting(String caseNo) {
        if (left(caseNo)) {
            throw new IllegalStateException("办件 " + caseNo + " 的公示还有异议没有核实，不能登记为无异议");
        }
    }

    /** The notice ended: whoever has not been answered yet is told. */
    void close(Notice notice, Instant at) {
        for (var objection : rows.waiting(notice.no())) {
            rows.settle(objection.id(), Objection.State.CLOSED, null, null, at);
            tell(notice, objection, "objection-closed", "");
        }
    }

    /** The name of who objects, for the officer who verifies it: whoever sees the objection may know. */
    public String who(Objection objection) {
        return RowView.whole(() -> accounts.nameOf(objection.account()));
    }

    /** The case in which a document is evidence. */
    public Optional<String> caseWith(UUID evidence) {
        return rows.withEvidence(evidence)
                .map(objection -> notices.get(objection.noticeNo()).caseNo());
    }

    private void tell(Notice notice, Objection objection, String template, String reason) {
        messages.tell(
                "objection:" + objection.id() + ":" + template,
                objection.account(),
                template,
                Map.of("noticeTitle", notice.title(), "noticeNo", notice.no(), "reason", reason),
                "/notices/" + notice.no());
    }
}
