package io.onevisit.tasks;

import io.onevisit.identity.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 备注: what colleagues of one department write down for each other about a case, application or subject, whichever of its
 * tasks it was written at; where there is no department, those who may take the same tasks. Applicants are not shown it.
 */
@Component
class Remarks {

    private final JdbcClient sql;
    private final Tasks tasks;
    private final TaskSignals signals;
    private final Clock time;

    Remarks(JdbcClient sql, Tasks tasks, TaskSignals signals, Clock time) {
        this.sql = sql;
        this.tasks = tasks;
        this.signals = signals;
        this.time = time;
    }

    @Transactional
    List<Remark> add(Account officer, String taskId, String text) {
        var item = tasks.get(officer, taskId);
        sql.sql(
                        """
                        insert into task_note (task_id, about, step_name, department, region, username, at, text)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        taskId,
                        item.about(),
                        item.name(),
                        officer.department(),
                        item.region(),
                        officer.username(),
                        Timestamp.from(time.instant()),
                        Words.required(text, "text", "请写明备注的内容"))
                .update();
        signals.changed(item.candidate(), item.region());
        return of(officer, item);
    }

    List<Remark> of(Account officer, WorkItem item) {
        return sql.sql(
                        """
                        select n.id, coalesce(p.name, n.username) as name, n.step_name, n.at, n.text
                        from task_note n left join account p on p.username = n.username
                        where n.about = :about and case when cast(:department as text) is null
                            then n.department is null and exists (select from work_item w
                                where w.task_id = n.task_id and w.candidate = :candidate)
                            else n.department = :department end
                        order by n.id desc""")
                .param("about", item.about())
                .param("department", officer.department())
                .param("candidate", item.candidate())
                .query(Remark.class)
                .list();
    }

    /** @param name of who wrote it */
    record Remark(long id, String name, String stepName, Instant at, String text) {}
}
