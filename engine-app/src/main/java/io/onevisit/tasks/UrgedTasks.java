package io.onevisit.tasks;

import io.onevisit.cases.CaseUrged;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An applicant asks to be hurried on: the open tasks of the case show it, and whoever holds one is told. */
@Component
class UrgedTasks {

    private final JdbcClient sql;
    private final TaskSignals signals;
    private final Inbox inbox;
    private final Clock time;

    UrgedTasks(JdbcClient sql, TaskSignals signals, Inbox inbox, Clock time) {
        this.sql = sql;
        this.signals = signals;
        this.inbox = inbox;
        this.time = time;
    }

    @EventListener
    void on(CaseUrged urged) {
        var now = time.instant();
        sql.sql(
                        """
                        update work_item set urged_at = :now where case_no = :caseNo and ended_at is null
                        returning task_id, candidate, region, assignee""")
                .param("now", Timestamp.from(now))
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
        var words = urged.words().isEmpty() ? "" : "申请人说：“%s”".formatted(urged.words());
        inbox.deliver(new Message(
                UUID.randomUUID(),
                "urged:%s:%d".formatted(task.taskId(), time.instant().toEpochMilli()),
                task.assignee(),
                "case-urged",
                "申请人催办“%s”".formatted(file.itemName()),
                "办件 %s 的申请人请您尽快办理。%s".formatted(file.caseNo(), words),
                file.applicationNo(),
                file.caseNo(),
                time.instant(),
                "/tasks/" + task.taskId()));
    }

    private record Open(String taskId, String candidate, String region, String assignee) {}
}
