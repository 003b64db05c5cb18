package io.onevisit.parties;

import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.MaterialCheck;
import io.onevisit.processes.Messages;
import io.onevisit.processes.SecondParty;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What second persons answer. Of two answers given at once exactly one counts; so it is of an answer and the end of its time. */
@Component
class Answers {

    private static final int LONGEST = 500;
    private static final Set<CaseState> BEING_CHECKED = Set.of(CaseState.SUBMITTED, CaseState.SUPPLEMENT_REQUESTED);

    private final AgreementRows rows;
    private final PartyLicenses licenses;
    private final Cases cases;
    private final Locks locks;
    private final Processes processes;
    private final Clock time;

    Answers(AgreementRows rows, PartyLicenses licenses, Cases cases, Locks locks, Processes processes, Clock time) {
        this.rows = rows;
        this.licenses = licenses;
        this.cases = cases;
        this.locks = locks;
        this.processes = processes;
        this.time = time;
    }

    /** What this person was asked for; anything else looks like what is not there. */
    Agreement theirs(Account person, UUID id) {
        return theirs(person.idNo(), id);
    }

    private Agreement theirs(String idNo, UUID id) {
        return rows.find(id)
                .filter(found -> idNo != null && found.idNoKey().equals(rows.key(idNo)))
                .orElseThrow(Answers::unknown);
    }

    /** A problem where this person was not asked for it, or cannot answer any more. */
    void refuse(String idNo, UUID id) {
        refuseOver(theirs(idNo, id));
    }

    static Problem unknown() {
        return Problem.notFound("agreement-unknown", "没有找到这项确认请求。");
    }

    @Transactional
    public Agreement answer(Account person, UUID id, boolean agrees, String reason) {
        return answer(theirs(person, id), person.idNo(), agrees, reason, person.username(), person.name(), "本人实名登录答复");
    }

    /**
     * What somebody said to a clerk.
     *
     * @param idNo of the person who is there
     * @param paper what they signed, {@code null} where nothing was scanned
     */
    @Transactional
    public Agreement answerAtWindow(Account clerk, UUID id, String idNo, boolean agrees, String reason, UUID paper) {
        answer(
                theirs(idNo, id),
                idNo,
                agrees,
                reason,
                clerk.username(),
                clerk.name(),
                "本人到窗口当面答复，已查验身份证件，%s".formatted(paper == null ? "已书面签字" : "书面签字已扫描存档"));
        rows.atWindow(id, paper);
        return rows.find(id).orElseThrow();
    }

    private Agreement answer(
            Agreement asked, String idNo, boolean agrees, String reason, String username, String who, String how) {
        var no = asked.applicationNo();
        var why = reason(reason, !agrees);
        locks.application(no);
        refuseOver(rows.find(asked.id()).orElseThrow());
        var state = agrees ? Agreement.State.AGREED : Agreement.State.REFUSED;
        rows.settle(asked.id(), state, agrees ? null : why, username, time.instant());
        cases.journal(no, who, agrees ? "另一方当事人同意" : "另一方当事人不同意", how, time.instant());
        if (agrees) {
            licenses.permit(asked, idNo);
            cases.received(no);
            cases.stage(no, "材料核验中");
        }
        var heard = processes.interrupt(
                Messages.PARTY_ANSWERED, no, Map.of(SecondParty.Variables.PARTY_OUTCOME, state.outcome()));
        if (!heard) {
            throw Problem.conflict("process-moving", "申报正在进入下一个环节，请稍后再试。");
        }
        return rows.find(asked.id()).orElseThrow();
    }

    /** As long as the materials are being checked; the application then ends as one that was refused. */
    @Transactional
    public Agreement takeBack(Account person, UUID id, String reason) {
        var no = theirs(person, id).applicationNo();
        var why = reason(reason, false);
        locks.application(no);
        if (!canTakeBack(rows.find(id).orElseThrow())) {
            throw tooLate();
        }
        rows.settle(id, Agreement.State.TAKEN_BACK, why, person.username(), time.instant());
        cases.journal(no, person.name(), "另一方当事人收回同意", "本人实名登录收回", time.instant());
        licenses.forbid(no, person);
        if (!processes.interrupt(
                Messages.APPLICATION_WITHDRAWN,
                no,
                Map.of(MaterialCheck.Variables.OUTCOME, Agreement.State.TAKEN_BACK.outcome()))) {
            throw tooLate();
        }
        return rows.find(id).orElseThrow();
    }

    boolean canTakeBack(Agreement agreement) {
        var files = cases.ofApplication(agreement.applicationNo()).stream()
                .filter(file -> !file.state().isEnd())
                .toList();
        return agreement.state() == Agreement.State.AGREED
                && !files.isEmpty()
                && files.stream().allMatch(file -> BEING_CHECKED.contains(file.state()));
    }

    private static Problem tooLate() {
        return Problem.conflict("agreement-used", "申报材料已经核验完毕，不能在这里收回同意。有异议的，请联系承办部门。");
    }

    private void refuseOver(Agreement asked) {
        if (!asked.waits()) {
            throw Problem.conflict(
                    "agreement-over", "这项确认请求%s，请刷新后查看。".formatted(asked.state().label()));
        }
        if (!time.instant().isBefore(asked.until())) {
            throw Problem.conflict("agreement-over", "答复期限已经届满，不能再答复。");
        }
    }

    private static String reason(String reason, boolean needed) {
        var text = reason == null ? "" : reason.strip();
        if (needed && text.isEmpty()) {
            throw Problem.invalid("reason-missing", "请写明不同意的理由，将告知申请人。").with("field", "reason");
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid("reason-long", "理由最多 %d 字。".formatted(LONGEST))
                    .with("field", "reason");
        }
        return text.isEmpty() ? null : text;
    }
}
