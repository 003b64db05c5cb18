package io.onevisit.tasks;

import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClocksToChange;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of {@link Subject} there are; keeps what the worklist shows of them in step with their clocks. */
@Component
class Subjects {

    private final List<Subject> kinds;
    private final JdbcClient sql;

    Subjects(List<Subject> kinds, JdbcClient sql) {
        this.kinds = kinds;
        this.sql = sql;
    }

    Optional<Subject> find(String businessKey) {
        return kinds.stream().filter(kind -> kind.covers(businessKey)).findFirst();
    }

    Subject of(WorkItem item) {
        return find(item.subjectNo())
                .orElseThrow(() -> new IllegalStateException("nobody answers for " + item.subjectNo()));
    }

    void hold(String businessKey) {
        find(businessKey).ifPresent(kind -> kind.hold(businessKey));
    }

    @EventListener
    void clocksToChange(ClocksToChange change) {
        change.numbers().stream().sorted().forEach(this::hold);
    }

    /** A new clock, an extension or an end moves the instant that the worklist is ordered by. */
    @EventListener
    void clockChanged(ClockChanged change) {
        var no = change.key().no();
        find(no).filter(kind -> waits(no)).map(kind -> kind.about(no)).ifPresent(about -> move(about, change));
    }

    /** The lights are those of the clock that the subject waits for; where another one changed, only the day moves. */
    private void move(Subject.About about, ClockChanged change) {
        var governs = about.dueAt() != null && about.dueAt().equals(change.dueAt());
        var runs = change.finishedAt() == null;
        sql.sql(
                        """
                        update work_item set subject_due_at = :due, due_at = :due,
                            blue_at = case when :governs then cast(:blue as timestamptz) else blue_at end,
                            yellow_at = case when :governs then cast(:yellow as timestamptz) else cast(:due as timestamptz) end,
                            red_at = case when :governs then cast(:red as timestamptz) else red_at end
                        where subject_no = :no and ended_at is null""")
                .param("due", timestamp(about), Types.TIMESTAMP)
                .param("governs", governs)
                .param("blue", runs ? timestamp(change.blueAt()) : null, Types.TIMESTAMP)
                .param("yellow", runs ? timestamp(change.yellowAt()) : null, Types.TIMESTAMP)
                .param("red", runs ? timestamp(change.redAt()) : null, Types.TIMESTAMP)
                .param("no", about.no())
                .update();
    }

    private boolean waits(String no) {
        return sql.sql("select exists (select 1 from work_item where subject_no = ? and ended_at is null)")
                .param(no)
                .query(Boolean.class)
                .single();
    }

    static Timestamp timestamp(Subject.About about) {
        return timestamp(about.dueAt());
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
