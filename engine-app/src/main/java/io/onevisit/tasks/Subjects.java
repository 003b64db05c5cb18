package io.onevisit.tasks;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kinds of {@link Subject} there are. */
@Component
class Subjects {

    private final List<Subject> kinds;

    Subjects(List<Subject> kinds) {
        this.kinds = kinds;
    }

    Optional<Subject> find(String businessKey) {
        return kinds.stream().filter(kind -> kind.covers(businessKey)).findFirst();
    }

    Subject of(WorkItem item) {
        return find(item.subjectNo())
                .orElseThrow(() -> new IllegalStateException("nobody answers for " + item.subjectNo()));
    }

    static Timestamp timestamp(Subject.About about) {
        return about.dueAt() == null ? null : Timestamp.from(about.dueAt());
    }
}
