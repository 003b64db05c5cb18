package io.onevisit.tasks;

import io.onevisit.cases.CaseUrged;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An applicant asks to be hurried on: the open tasks of the case show it, and whoever holds one is told. */
@Component
class UrgedTasks {

    private final JdbcClient sql;
    private final TaskSignals signals;
    private final Inbox inbox;

    UrgedTasks(JdbcClient sql, TaskSignals signals, Inbox inbox) {
        this.sql = sql;
        this.signals = signals;
        this.inbox = inbox;
    }

    /** First of all, so that who holds a task is led to it. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(CaseUrged urged) {
        sql.sql(
                        """
                        update work_item set urged_at = :now where case_no = :caseNo and ended_at is null
                        returning task_id, candidate, region, assignee""")
                .param("now", Timestamp.from(urged.at()))
                .param("caseNo", urged.file().caseNo())
                .query(Open.class)
                .list()
                .forEach(task -> {
                    signals.changed(task.candidate(), task.region());
                    if (task.assignee() != null) {
                        tell(task, urged);
                    }
                });
    }

    private void tell(Open task, CaseUrged urged) {
        var file = urged.file();
        inbox.deliver(new Message(
                UUID.randomUUID(),
                urged.key(task.assignee()),
                task.assignee(),
                "case-urged",
                "申请人催办“%s”".formatted(file.itemName()),
                "办件 %s 的申请人请您尽快办理。%s".formatted(file.caseNo(), urged.said()),
                file.applicationNo(),
                file.caseNo(),
                urged.at(),
                "/tasks/" + task.taskId()));
    }

    private record Open(String taskId, String candidate, String region, String assignee) {}
}
