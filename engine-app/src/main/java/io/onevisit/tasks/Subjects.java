package io.onevisit.tasks;

import io.onevisit.deadlines.ClockChanged;
import java.sql.Timestamp;
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

    /** A new clock, an extension or an end moves the instant that the worklist is ordered by. */
    @EventListener
    void clockChanged(ClockChanged change) {
        var no = change.key().no();
        find(no).filter(kind -> waits(no)).map(kind -> kind.about(no)).ifPresent(about -> sql.sql(
                        "update work_item set subject_due_at = ? where subject_no = ? and ended_at is null")
                .params(timestamp(about), no)
                .update());
    }

    private boolean waits(String no) {
        return sql.sql("select exists (select 1 from work_item where subject_no = ? and ended_at is null)")
                .param(no)
                .query(Boolean.class)
                .single();
    }

    static Timestamp timestamp(Subject.About about) {
        return about.dueAt() == null ? null : Timestamp.from(about.dueAt());
    }
}
