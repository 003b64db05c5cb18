package io.onevisit.tasks;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import io.onevisit.processes.Groups;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the worklist in step with the engine's user tasks, in the engine's own transaction. */
@Component
class Worklist implements UserTaskListener {

    private final JdbcClient sql;
    private final Applications applications;
    private final Cases cases;
    private final Subjects subjects;
    private final Clock time;

    Worklist(JdbcClient sql, Applications applications, Cases cases, Subjects subjects, Clock time) {
        this.sql = sql;
        this.applications = applications;
        this.cases = cases;
        this.subjects = subjects;
        this.time = time;
    }

    @Override
    public void created(UserTask task) {
        if (task.candidateGroups().contains(Groups.APPLICANT)) {
            return;
        }
        var subject = subjects.find(task.businessKey());
        if (subject.isPresent()) {
            insert(task, subject.get().about(task.businessKey()));
            return;
        }
        var file = cases.find(task.businessKey());
        var applicationNo = file.map(f -> f.applicationNo()).orElse(task.businessKey());
        var region = file.map(f -> f.region())
                .or(() -> applications.find(applicationNo).map(a -> a.region()))
                .orElse("");
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, application_no, case_no, process_key, form, documentation,
                            candidate, region, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        task.id(),
                        task.key(),
                        task.name(),
                        applicationNo,
                        file.map(f -> f.caseNo()).orElse(null),
                        task.processKey(),
                        task.formKey(),
                        task.documentation() == null ? "" : task.documentation(),
                        task.candidateGroups().stream().findFirst().orElse(""),
                        region,
                        Timestamp.from(task.createdAt()))
                .update();
    }

    private void insert(UserTask task, Subject.About about) {
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, subject_no, subject_title, subject_person,
                            subject_department, subject_due_at, process_key, form, documentation, candidate, region, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        task.id(),
                        task.key(),
                        task.name(),
                        about.no(),
                        about.title(),
                        about.person(),
                        about.department(),
                        Subjects.timestamp(about),
                        task.processKey(),
                        task.formKey(),
                        task.documentation() == null ? "" : task.documentation(),
                        task.candidateGroups().stream().findFirst().orElse(""),
                        about.region(),
                        Timestamp.from(task.createdAt()))
                .update();
    }

    @Override
    public void ended(String taskId, boolean completed) {
        sql.sql("update work_item set ended_at = ? where task_id = ? and ended_at is null")
                .params(Timestamp.from(time.instant()), taskId)
                .update();
    }
}
