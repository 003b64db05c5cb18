package io.onevisit.tasks;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.ClocksChanged;
import io.onevisit.distribution.CaseRedistributed;
import io.onevisit.distribution.Distribution;
import io.onevisit.distribution.Distributions;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import io.onevisit.processes.Groups;
import io.onevisit.processes.ItemHandling;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the worklist in step with the engine's user tasks, in the engine's own transaction. */
@Component
class Worklist implements UserTaskListener {

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final Applications applications;
    private final Cases cases;
    private final Subjects subjects;
    private final Distributions distributions;
    private final TaskSignals signals;
    private final Clock time;

    Worklist(
            JdbcClient sql,
            JdbcTemplate batch,
            Applications applications,
            Cases cases,
            Subjects subjects,
            Distributions distributions,
            TaskSignals signals,
            Clock time) {
        this.sql = sql;
        this.batch = batch;
        this.applications = applications;
        this.cases = cases;
        this.subjects = subjects;
        this.distributions = distributions;
        this.signals = signals;
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
        var group = task.candidateGroups().stream().findFirst().orElse("");
        var given = file.flatMap(f -> distributions.current(f.caseNo()))
                .filter(distribution -> distribution.groupName().equals(group));
        var region = given.map(Distribution::region)
                .or(() -> file.map(f -> f.region()))
                .or(() -> applications.find(applicationNo).map(a -> a.region()))
                .orElse("");
        var officer = task.key().equals(ItemHandling.Elements.SECOND_REVIEW)
                ? null // two officers: the second is another one (行政许可法 art. 34)
                : given.map(Distribution::officer).orElse(null);
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, application_no, case_no, process_key, form, documentation,
                            candidate, region, created_at, assignee, claimed_at, item_name, due_at, blue_at, yellow_at, red_at)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?::timestamptz, c.item_name, c.yellow_at,
                            case when c.clock_finished_at is null then c.blue_at end,
                            case when c.clock_finished_at is null then c.yellow_at end,
                            case when c.clock_finished_at is null then c.red_at end
                        from (values (month_of(?), ?)) v (month, no)
                        left join case_file c on c.month = v.month and c.case_no = v.no""")
                .params(
                        task.id(),
                        task.key(),
                        task.name(),
                        applicationNo,
                        file.map(f -> f.caseNo()).orElse(null),
                        task.processKey(),
                        task.formKey(),
                        task.documentation() == null ? "" : task.documentation(),
                        group,
                        region,
                        Timestamp.from(task.createdAt()),
                        officer,
                        officer == null ? null : Timestamp.from(task.createdAt()),
                        task.businessKey(),
                        task.businessKey())
                .update();
        signals.changed(group, region);
    }

    /** A case given to another unit takes its open tasks along; who had taken one loses it. */
    @EventListener
    void on(CaseRedistributed moved) {
        sql.sql(
                        """
                        update work_item set candidate = :group, region = :region,
                            assignee = case when key = :second then null else :officer end,
                            claimed_at = case when key = :second or :officer::text is null then null else :now::timestamptz end
                        where application_no = :application and case_no = :no and candidate = :from and ended_at is null""")
                .param("group", moved.group())
                .param("region", moved.region())
                .param("officer", moved.officer())
                .param("second", ItemHandling.Elements.SECOND_REVIEW)
                .param("now", Timestamp.from(time.instant()))
                .param("application", moved.applicationNo())
                .param("no", moved.caseNo())
                .param("from", moved.from())
                .update();
        signals.changed(moved.group(), moved.region());
    }

    /** The lights of a task are those of its case. */
    @EventListener
    void on(ClockChanged change) {
        lights(List.of(change));
    }

    @EventListener
    void on(ClocksChanged change) {
        lights(change.changes());
    }

    private void lights(List<ClockChanged> changes) {
        batch.batchUpdate(
                """
                update work_item set due_at = ?, blue_at = ?, yellow_at = ?, red_at = ?
                where case_no = ? and ended_at is null""",
                changes.stream()
                        .filter(change -> change.key().kind() == ClockKind.CASE)
                        .toList(),
                BATCH,
                (statement, change) -> {
                    var runs = change.finishedAt() == null;
                    statement.setTimestamp(1, timestamp(change.yellowAt()));
                    statement.setTimestamp(2, runs ? timestamp(change.blueAt()) : null);
                    statement.setTimestamp(3, runs ? timestamp(change.yellowAt()) : null);
                    statement.setTimestamp(4, runs ? timestamp(change.redAt()) : null);
                    statement.setString(5, change.key().no());
                });
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private void insert(UserTask task, Subject.About about) {
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, subject_no, subject_title, subject_person,
                            subject_department, subject_due_at, process_key, form, documentation, candidate, region, created_at,
                            item_name, due_at, yellow_at)
                        select v.*, v.title, v.due, v.due
                        from (values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?, ?, ?, cast(? as timestamptz)))
                            v (task, key, name, no, title, person, department, due, process, form, documentation, candidate, region, at)""")
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
        signals.changed(task.candidateGroups().stream().findFirst().orElse(""), about.region());
    }

    @Override
    public void ended(Ended task) {
        record Place(String candidate, String region) {}
        sql.sql(
                        """
                        update work_item set ended_at = coalesce(ended_at, ?) where task_id = ?
                        returning candidate, region""")
                .params(Timestamp.from(time.instant()), task.id())
                .query(Place.class)
                .optional()
                .ifPresent(place -> signals.changed(place.candidate(), place.region()));
    }
}
