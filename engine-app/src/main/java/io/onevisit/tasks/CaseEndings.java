package io.onevisit.tasks;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An officer ends the case of a task before its decision: returned, voided, deleted as a mistaken entry, or sent on. */
@RestController
@RequestMapping("/api/tasks")
class CaseEndings {

    private static final Map<String, Ending> BY_OFFICERS = Map.of(
            "return", Ending.RETURNED, "void", Ending.VOIDED, "delete", Ending.DELETED, "transfer", Ending.TRANSFERRED);

    private final Accounts accounts;
    private final Tasks tasks;
    private final Endings endings;
    private final GivenAnswers given;

    CaseEndings(Accounts accounts, Tasks tasks, Endings endings, GivenAnswers given) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.endings = endings;
        this.given = given;
    }

    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Noted(value = Verb.END_CASE, kind = Kind.TASK, number = "#id", why = "#wanted.reason()")
    public void end(@PathVariable String id, @RequestBody Wanted wanted) {
        var officer = accounts.current();
        var item = tasks.get(officer, id);
        if (item.caseNo() == null) {
            throw Problem.conflict("ending-no-case", "这项任务不针对单个办件，请在审查结论中选择。");
        }
        refuseOthers(officer, item);
        var ending = BY_OFFICERS.get(wanted.kind() == null ? "" : wanted.kind());
        if (ending == null) {
            throw Problem.invalid("ending-unknown", "请选择退件、作废、删除错录或者转报。").with("field", "kind");
        }
        var reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty()) {
            throw Problem.invalid("ending-reason", "请写明%s的理由，将告知申请人。".formatted(ending.label()))
                    .with("field", "reason");
        }
        var to = wanted.to() == null ? "" : wanted.to().strip();
        if (ending == Ending.TRANSFERRED && to.isEmpty()) {
            throw Problem.invalid("ending-to", "请写明转报哪个上级机关。").with("field", "to");
        }
        var sentOn = ending == Ending.TRANSFERRED;
        endings.end(
                item.caseNo(), ending, officer.name(), sentOn ? "转报" + to + "：" + reason : reason, sentOn ? to : "");
        tasks.noteCompletion(officer, id, wanted.kind()); // after the case, which is locked first
        given.keep(id, Map.of("opinion", reason));
    }

    private static void refuseOthers(Account officer, WorkItem item) {
        if (item.endedAt() != null) {
            throw Problem.conflict("task-ended", "这项任务已结束，您的操作没有执行。");
        }
        if (item.assignee() != null && !item.assignee().equals(officer.username())) {
            throw Problem.conflict("task-taken", item.assigneeName() + " 已领取这项任务，如需办理请先与其联系。");
        }
    }

    /**
     * @param kind return, void, delete or transfer
     * @param to the body it is sent on to, with transfer
     */
    record Wanted(String kind, String reason, String to) {}
}
