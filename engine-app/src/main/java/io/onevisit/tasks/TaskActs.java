package io.onevisit.tasks;

import io.onevisit.cases.JournalEntry;
import io.onevisit.identity.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's own record of a task: who handed it on, sent it back, asked whom. Applicants are not shown it. */
@Component
class TaskActs {

    private final JdbcClient sql;
    private final Clock time;

    TaskActs(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    void note(String taskId, Account who, String what, String detail) {
        sql.sql("insert into task_act (task_id, at, who, what, detail) values (?, ?, ?, ?, ?)")
                .params(taskId, Timestamp.from(time.instant()), who.name(), what, detail)
                .update();
    }

    /** Those of all tasks of the same case, application or subject. */
    List<JournalEntry> of(WorkItem item) {
        return sql.sql(
                        """
                        select '' as no, t.at, t.who, '' as for_whom, t.what, concat_ws('：', w.name, nullif(t.detail, '')) as detail,
                            '' as basis
                        from task_act t join work_item w using (task_id)
                        where (w.application_no = :application or w.subject_no = :subject)
                            and (cast(:case as text) is null or w.case_no is null or w.case_no = :case) order by t.id""")
                .param("application", item.applicationNo())
                .param("subject", item.subjectNo())
                .param("case", item.caseNo())
                .query(JournalEntry.class)
                .list();
    }
}
