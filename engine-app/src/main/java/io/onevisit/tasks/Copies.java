package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 抄送: colleagues are to know of a task; nothing is asked of them, and it stays with whoever has it. */
@Component
class Copies {

    private static final int MOST = 20;

    private final JdbcClient sql;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final TaskActs acts;
    private final TaskMessages messages;
    private final TaskSignals signals;
    private final Clock time;

    Copies(
            JdbcClient sql,
            Tasks tasks,
            Colleagues colleagues,
            TaskActs acts,
            TaskMessages messages,
            TaskSignals signals,
            Clock time) {
        this.sql = sql;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.acts = acts;
        this.messages = messages;
        this.signals = signals;
        this.time = time;
    }

    /** Sends it to them, unread; whoever had it before has it anew. */
    @Transactional
    List<Copy> send(Account officer, String taskId, List<String> to, String words) {
        var item = tasks.get(officer, taskId);
        var names = to == null ? List.<String>of() : to.stream().distinct().toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw Problem.invalid("copy-number", "请选择 1 至 " + MOST + " 位同事。").with("field", "to");
        }
        var said = Words.optional(words, "words");
        var people =
                names.stream().map(name -> colleagues.get(item, name, "to")).toList();
        for (var person : people) {
            if (person.username().equals(officer.username())) {
                throw Problem.invalid("copy-self", "不能抄送给自己，请选择同事。").with("field", "to");
            }
            keep(taskId, person.username(), officer.username(), said);
            messages.tell(person.username(), item, officer.name() + " 抄送给您", said.isEmpty() ? "供您知悉，无需办理。" : said);
        }
        acts.note(
                taskId,
                officer,
                "抄送",
                people.stream().map(Account::name).collect(Collectors.joining("、"))
                        + (said.isEmpty() ? "" : "：" + said));
        signals.changed(item.candidate(), item.region());
        return of(taskId);
    }

    private void keep(String taskId, String to, String by, String words) {
        sql.sql(
                        """
                        insert into task_copy (task_id, username, sent_by, words, at) values (?, ?, ?, ?, ?)
                        on conflict (task_id, username) do update set sent_by = excluded.sent_by, words = excluded.words,
                            at = excluded.at""")
                .params(taskId, to, by, words, Timestamp.from(time.instant()))
                .update();
        sql.sql("delete from task_look where task_id = ? and username = ?")
                .params(taskId, to)
                .update();
    }

    List<Copy> of(String taskId) {
        return sql.sql(
                        """
                        select k.username, coalesce(p.name, k.username) as name, coalesce(b.name, k.sent_by) as by_name, k.words, k.at,
                            exists (select from task_look l where l.task_id = k.task_id and l.username = k.username) as seen
                        from task_copy k left join account p on p.username = k.username left join account b on b.username = k.sent_by
                        where k.task_id = ? order by k.at, p.name""")
                .param(taskId)
                .query(Copy.class)
                .list();
    }

    /** @param seen whether they have opened it since */
    record Copy(String username, String name, String byName, String words, Instant at, boolean seen) {}
}
