package io.onevisit.tasks;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose case or application a task is about, for the audit. */
@Component
class TaskConcern implements Concern {

    private final JdbcClient sql;

    TaskConcern(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Kind kind() {
        return Kind.TASK;
    }

    @Override
    public Optional<About> about(String taskId) {
        return sql.sql(
                        """
                        select coalesce(w.application_no, '') as application_no, coalesce(w.case_no, '') as case_no,
                               concat_ws(' ', w.name, coalesce(c.item_name, a.bundle_name, w.subject_no)) as detail,
                               coalesce(left(a.applicant_name, 1) || '*', w.subject_person, '') as person
                        from work_item w
                        left join application a on a.month = w.month and a.application_no = w.application_no
                        left join case_file c on c.month = w.month and c.case_no = w.case_no
                        where w.task_id = ?""")
                .param(taskId)
                .query(About.class)
                .optional();
    }
}
