package io.onevisit.tasks;

import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.reach.Recusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for an officer: listed, taken, given back. Only tasks of one's own groups and regions are ever
 * seen, and none about what is one's own (回避) is offered.
 */
@Component
class Tasks {

    private static final String ROW =
            """
            select w.task_id as id, w.key, w.name, w.application_no, w.case_no, w.subject_no, coalesce(a.bundle_name, '') as bundle_name,
                   coalesce(c.item_name, a.bundle_name, w.subject_title) as item_name,
                   coalesce(left(a.applicant_name, 1) || repeat('*', greatest(length(a.applicant_name) - 1, 1)),
                            w.subject_person) as applicant_name,
                   coalesce(c.department, w.subject_department, '') as department, w.candidate, w.region, w.form, w.process_key, w.documentation,
                   case when :now > w.red_at then 'RED' when :now > w.yellow_at then 'YELLOW'
                        when :now > w.blue_at then 'BLUE' else 'NONE' end as light,
                   w.due_at, w.created_at, w.urged_at, w.assignee, p.name as assignee_name, w.ended_at, w.ended_by, w.outcome,
                   not exists (select from task_look s where s.task_id = w.task_id and s.username = :me) as unread,
                   exists (select from task_ask k where k.task_id = w.task_id and k.asked_of = :me
                       and k.answered_at is null and k.withdrawn_at is null) as asked_of_me,
                   (select string_agg(coalesce(q.name, k.asked_of), '、' order by k.id) from task_ask k
                       left join account q on q.username = k.asked_of
                       where k.task_id = w.task_id and k.answered_at is null and k.withdrawn_at is null) as waits_for
            from work_item w
            left join application a on a.month = w.month and a.application_no = w.application_no
            left join case_file c on c.month = w.month and c.case_no = w.case_no
            left join account p on p.username = w.assignee
            """;

    private static final int COUNTED = 10_000;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Recusal recusal;
    private final TaskSignals signals;
    private final Clock time;

    Tasks(JdbcClient sql, Accounts accounts, Recusal recusal, TaskSignals signals, Clock time) {
        this.sql = sql;
        this.accounts = accounts;
        this.recusal = recusal;
        this.signals = signals;
        this.time = time;
    }

    /** Counted up to {@value #COUNTED}; whoever has more sees that it is more. */
    Page list(Account officer, TaskFilter filter, int page, int size) {
        var own = recusal.own(officer);
        var wanted = filter.without(own);
        var order = wanted.order();
        var rows = sql.sql(ROW
                        + "join (select w.task_id from work_item w %s %s limit :size offset :from) shown on shown.task_id = w.task_id %s"
                                .formatted(wanted.where(), order, order))
                .param("size", size)
                .param("from", (long) page * size);
        var count = sql.sql(
                "select count(*) from (select from work_item w %s limit %d) w".formatted(wanted.where(), COUNTED));
        for (var statement : List.of(rows, count)) {
            statement
                    .param("now", Timestamp.from(time.instant()))
                    .param("tomorrow", Timestamp.from(tomorrow()))
                    .param("groups", groups(officer))
                    .param("first", Reach.of(officer).first())
                    .param("last", Reach.of(officer).last())
                    .param("me", officer.username())
                    .param("own", own)
                    .param("words", filter.words());
        }
        return new Page(
                rows.query(WorkItem.class).list(), count.query(Integer.class).single());
    }

    private Instant tomorrow() {
        return LocalDate.ofInstant(time.instant(), WorkingCalendar.ZONE)
                .plusDays(1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant();
    }

    /** A task this officer may work on; ended ones too, so that a late click learns who was faster. */
    WorkItem get(Account officer, String taskId) {
        return get(officer, taskId, "");
    }

    private WorkItem get(Account officer, String taskId, String how) {
        return sql.sql(ROW
                        + "where w.task_id = :id and w.candidate in (:groups) and w.region between :first and :last"
                        + how)
                .param("now", Timestamp.from(time.instant()))
                .param("id", taskId)
                .param("me", officer.username())
                .param("groups", groups(officer))
                .param("first", Reach.of(officer).first())
                .param("last", Reach.of(officer).last())
                .query(WorkItem.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("task-unknown", "没有找到这项任务，或它不属于您的岗位。"));
    }

    /** Whether the application as a whole, or one of these cases, has or had a task that this officer may work on. */
    boolean concern(Account officer, String applicationNo, List<String> caseNos) {
        return sql.sql(
                                """
                                select count(*) from work_item
                                where application_no = :application and (case_no is null or case_no in (:cases))
                                  and candidate in (:groups) and region between :first and :last""")
                        .param("application", applicationNo)
                        .param("cases", caseNos.isEmpty() ? List.of("-") : caseNos)
                        .param("groups", groups(officer))
                        .param("first", Reach.of(officer).first())
                        .param("last", Reach.of(officer).last())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional
    void claim(Account officer, String taskId) {
        claim(officer, open(officer, taskId));
    }

    private void claim(Account officer, WorkItem item) {
        var taken = sql.sql(
                        """
                        update work_item set assignee = :me, claimed_at = :now
                        where task_id = :id and ended_at is null and (assignee is null or assignee = :me)""")
                .param("me", officer.username())
                .param("now", Timestamp.from(time.instant()))
                .param("id", item.id())
                .update();
        if (taken == 0) {
            throw taken(item);
        }
        signals.changed(item.candidate(), item.region());
    }

    @Transactional
    void unclaim(Account officer, String taskId) {
        var item = open(officer, taskId);
        if (!officer.username().equals(item.assignee())) {
            throw item.assignee() == null ? Problem.conflict("task-not-taken", "这项任务尚未被领取。") : taken(item);
        }
        sql.sql("update work_item set assignee = null, claimed_at = null where task_id = ?")
                .param(taskId)
                .update();
        signals.changed(item.candidate(), item.region());
    }

    /** Gives a task that nobody or this officer has to a colleague, who may work on it. */
    void handOn(Account officer, WorkItem item, Account to) {
        var given = sql.sql(
                        """
                        update work_item set assignee = :to, claimed_at = :now
                        where task_id = :id and ended_at is null and (assignee is null or assignee = :me)""")
                .param("to", to.username())
                .param("me", officer.username())
                .param("now", Timestamp.from(time.instant()))
                .param("id", item.id())
                .update();
        if (given == 0) {
            throw taken(item);
        }
        sql.sql("delete from task_look where task_id = ? and username = ?")
                .params(item.id(), to.username())
                .update();
        signals.changed(item.candidate(), item.region());
    }

    /** A task that this officer has taken and not done yet. */
    WorkItem held(Account officer, String taskId) {
        var item = open(officer, taskId);
        if (item.assignee() == null) {
            throw Problem.conflict("task-not-taken", "请先领取这项任务。");
        }
        if (!officer.username().equals(item.assignee())) {
            throw taken(item);
        }
        return item;
    }

    /** Locks the task for completion by this officer; nobody else may have taken it. */
    WorkItem beginCompletion(Account officer, String taskId) {
        var item = open(officer, taskId, " for update of w");
        if (item.assignee() != null && !item.assignee().equals(officer.username())) {
            throw taken(item);
        }
        return item;
    }

    /** Who answers a task that nobody has taken takes it on the way. */
    void noteCompletion(Account officer, String taskId, String outcome) {
        sql.sql(
                        """
                        update work_item set assignee = :me, claimed_at = coalesce(claimed_at, :now), ended_at = :now,
                            ended_by = :me, outcome = :outcome
                        where task_id = :id""")
                .param("me", officer.username())
                .param("now", Timestamp.from(time.instant()))
                .param("outcome", outcome)
                .param("id", taskId)
                .update();
    }

    /** A task this officer may work on that is not done yet, whoever holds it. */
    WorkItem open(Account officer, String taskId) {
        return open(officer, taskId, "");
    }

    private WorkItem open(Account officer, String taskId, String how) {
        var item = get(officer, taskId, how);
        if (item.endedAt() != null) {
            var who = item.endedBy() == null ? "流程已自动继续" : accounts.nameOf(item.endedBy()) + " 已办理";
            throw Problem.conflict("task-ended", "这项任务已结束（" + who + "），您的填写没有提交。")
                    .with("endedAt", item.endedAt())
                    .with("endedBy", item.endedBy() == null ? "" : accounts.nameOf(item.endedBy()))
                    .with("outcome", item.outcome() == null ? "" : item.outcome())
                    .with("reason", reason(item));
        }
        return item;
    }

    /** What was written down as the reason of the case's decision or of the window's answer, whoever decided. */
    String reason(WorkItem item) {
        return item.caseNo() == null
                ? ""
                : sql.sql(
                                "select coalesce(decision_reason, proposal_reason, '') from case_file where month = month_of(:no) and case_no = :no")
                        .param("no", item.caseNo())
                        .query(String.class)
                        .optional()
                        .orElse("");
    }

    private Problem taken(WorkItem item) {
        return Problem.conflict("task-taken", accounts.nameOf(item.assignee()) + " 已领取这项任务，如需办理请先与其联系。")
                .with("assignee", accounts.nameOf(item.assignee()));
    }

    private static List<String> groups(Account officer) {
        return officer.groups().isEmpty() ? List.of("-") : officer.groups();
    }

    record Page(List<WorkItem> items, int total) {}
}
