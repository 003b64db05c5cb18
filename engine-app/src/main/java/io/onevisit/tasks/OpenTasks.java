package io.onevisit.tasks;

import io.onevisit.identity.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a task open at the moment, and so who has read it. */
@Component
class OpenTasks {

    private static final Duration FRESH = Duration.ofSeconds(45);

    private final JdbcClient sql;
    private final Tasks tasks;
    private final Clock time;

    OpenTasks(JdbcClient sql, Tasks tasks, Clock time) {
        this.sql = sql;
        this.tasks = tasks;
        this.time = time;
    }

    /** Notes that the officer has it open. @return the others who have */
    @Transactional
    List<Reader> open(Account officer, String taskId) {
        tasks.get(officer, taskId);
        var now = time.instant();
        sql.sql(
                        """
                        insert into task_look (task_id, username, at) values (?, ?, ?)
                        on conflict (task_id, username) do update set at = excluded.at""")
                .params(taskId, officer.username(), Timestamp.from(now))
                .update();
        return sql.sql(
                        """
                        select coalesce(p.name, l.username) as name from task_look l left join account p using (username)
                        where l.task_id = ? and l.username <> ? and l.at > ? order by l.at""")
                .params(taskId, officer.username(), Timestamp.from(now.minus(FRESH)))
                .query(Reader.class)
                .list();
    }

    record Reader(String name) {}
}
