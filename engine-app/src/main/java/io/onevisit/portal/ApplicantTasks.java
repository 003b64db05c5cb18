package io.onevisit.portal;

import io.onevisit.cases.Locks;
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
    private final Locks locks;

    ApplicantTasks(JdbcClient sql, Locks locks) {
        this.sql = sql;
        this.locks = locks;
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
        if (!task.completed()) {
            hold(task.id());
        }
        sql.sql("delete from applicant_task where task_id = ?").param(task.id()).update();
    }

    /** The task that waits under an application's or a case's number. */
    Optional<String> waitingFor(String businessKey) {
        return sql.sql("select task_id from applicant_task where business_key = ? limit 1")
                .param(businessKey)
                .query(String.class)
                .optional();
    }

    /** The number that a task waits under, held before the task itself; empty where the task is over. */
    Optional<String> hold(String taskId) {
        businessKeyOf(taskId).ifPresent(locks::of);
        return businessKeyOf(taskId);
    }

    private Optional<String> businessKeyOf(String taskId) {
        return sql.sql("select business_key from applicant_task where task_id = ?")
                .param(taskId)
                .query(String.class)
                .optional();
    }
}
