package io.onevisit.portal;

import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import io.onevisit.processes.Groups;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The user tasks that wait for the applicant, kept in step with the engine in its own transaction. */
@Component
class ApplicantTasks implements UserTaskListener {

    private final JdbcClient sql;

    ApplicantTasks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void created(UserTask task) {
        if (task.candidateGroups().contains(Groups.APPLICANT)) {
            sql.sql("insert into applicant_task (task_id, business_key) values (?, ?)")
                    .params(task.id(), task.businessKey())
                    .update();
        }
    }

    @Override
    public void ended(Ended task) {
        sql.sql("delete from applicant_task where task_id = ?").param(task.id()).update();
    }

    /** The task that waits under an application's or a case's number. */
    Optional<String> waitingFor(String businessKey) {
        return sql.sql("select task_id from applicant_task where business_key = ? limit 1")
                .param(businessKey)
                .query(String.class)
                .optional();
    }

    Optional<String> businessKeyOf(String taskId) {
        return sql.sql("select business_key from applicant_task where task_id = ? for update")
                .param(taskId)
                .query(String.class)
                .optional();
    }
}
