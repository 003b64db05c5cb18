package io.onevisit.tasks;

import io.onevisit.cases.Locks;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a task is about is locked before the task also where a timer or a message calls it off: the engine ends the task
 * first and takes the platform's steps afterwards. Who answers a task holds what it is about already.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeldTasks implements UserTaskListener {

    private final JdbcClient sql;
    private final Locks locks;
    private final Subjects subjects;

    HeldTasks(JdbcClient sql, Locks locks, Subjects subjects) {
        this.sql = sql;
        this.locks = locks;
        this.subjects = subjects;
    }

    @Override
    public void created(UserTask task) {}

    @Override
    public void ended(Ended task) {
        if (!task.completed()) {
            hold(task.id());
        }
    }

    /** Holds what a task is about: its case, its application with all cases, or its subject. */
    void hold(String taskId) {
        sql.sql("select application_no, case_no, subject_no from work_item where task_id = ?")
                .param(taskId)
                .query(About.class)
                .optional()
                .ifPresent(about -> hold(about.applicationNo, about.caseNo, about.subjectNo));
    }

    private void hold(String applicationNo, String caseNo, String subjectNo) {
        if (subjectNo != null) {
            subjects.hold(subjectNo);
        } else {
            locks.of(caseNo == null ? applicationNo : caseNo);
        }
    }

    private record About(String applicationNo, String caseNo, String subjectNo) {}
}
