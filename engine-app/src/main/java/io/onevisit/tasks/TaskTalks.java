package io.onevisit.tasks;

import io.onevisit.cases.ApplicantWrote;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Talks;
import io.onevisit.identity.Account;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What applicants write, at the tasks of their cases: whoever holds one is told and answers, for the others of its group
 * the task is unread again.
 */
@Component
class TaskTalks {

    private final JdbcClient sql;
    private final Tasks tasks;
    private final Talks talks;
    private final Applications applications;
    private final TaskSignals signals;
    private final Inbox inbox;
    private final Clock time;

    TaskTalks(
            JdbcClient sql,
            Tasks tasks,
            Talks talks,
            Applications applications,
            TaskSignals signals,
            Inbox inbox,
            Clock time) {
        this.sql = sql;
        this.tasks = tasks;
        this.talks = talks;
        this.applications = applications;
        this.signals = signals;
        this.inbox = inbox;
        this.time = time;
    }

    List<Talks.Said> of(WorkItem item) {
        return item.applicationNo() == null ? List.of() : talks.of(item.applicationNo(), item.caseNo());
    }

    @Transactional
    List<Talks.Said> answer(Account officer, String taskId, String text) {
        var item = tasks.held(officer, taskId);
        if (item.applicationNo() == null) {
            throw Problem.conflict("talk-none", "这项任务没有申请人留言。");
        }
        talks.answer(item.applicationNo(), item.caseNo(), officer.username(), officer.name(), text);
        var application = applications.get(item.applicationNo());
        Stream.of(application.owner(), application.agent())
                .filter(Objects::nonNull)
                .filter(who -> !who.isBlank())
                .distinct()
                .forEach(who -> inbox.deliver(new Message(
                        UUID.randomUUID(),
                        "talk:" + UUID.randomUUID(),
                        who,
                        "talk-answered",
                        "承办人员答复了您的留言",
                        "“%s”的承办人员已经答复，请到申报页面查看。".formatted(item.itemName()),
                        item.applicationNo(),
                        item.caseNo(),
                        time.instant(),
                        null)));
        return of(item);
    }

    @EventListener
    void on(ApplicantWrote wrote) {
        record Open(String taskId, String name, String candidate, String region, String assignee) {}
        sql.sql(
                        """
                        select task_id, coalesce(item_name, name) as name, candidate, region, assignee from work_item
                        where application_no = :no and ended_at is null
                            and (cast(:case as text) is null or case_no is null or case_no = :case)""")
                .param("no", wrote.applicationNo())
                .param("case", wrote.caseNo())
                .query(Open.class)
                .list()
                .forEach(task -> {
                    sql.sql("delete from task_look where task_id = ?")
                            .param(task.taskId())
                            .update();
                    signals.changed(task.candidate(), task.region());
                    if (task.assignee() != null) {
                        inbox.deliver(new Message(
                                UUID.randomUUID(),
                                "talk:" + wrote.id() + ":" + task.taskId(),
                                task.assignee(),
                                "talk",
                                "申请人留言：“%s”".formatted(task.name()),
                                "请到任务页查看并答复。",
                                wrote.applicationNo(),
                                wrote.caseNo(),
                                wrote.at(),
                                "/tasks/" + task.taskId()));
                    }
                });
    }
}
