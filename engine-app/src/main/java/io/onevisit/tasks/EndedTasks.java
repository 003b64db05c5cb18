package io.onevisit.tasks;

import io.onevisit.identity.Accounts;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a task ended: with which outcome and why, by whom, when, and what else was answered. */
@Component
class EndedTasks {

    private static final String OPINION = "opinion";

    private final Tasks tasks;
    private final Accounts accounts;
    private final GivenAnswers given;

    EndedTasks(Tasks tasks, Accounts accounts, GivenAnswers given) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.given = given;
    }

    /** {@code null} for one that is open. */
    Ended of(WorkItem item) {
        if (item.endedAt() == null) {
            return null;
        }
        var answers = given.of(item.id());
        var opinion = answers.get(OPINION);
        return new Ended(
                item.endedAt(),
                item.endedBy() == null ? null : accounts.nameOf(item.endedBy()),
                item.outcome() == null ? "" : item.outcome(),
                opinion != null ? opinion.toString() : item.endedBy() == null ? "" : tasks.reason(item),
                answers);
    }

    /**
     * @param byName {@code null} where the process went on by itself: a limit passed, or what it was about ended
     * @param reason the opinion that was written, else the one of the case's decision
     * @param answers by the keys of the task's form
     */
    record Ended(Instant at, String byName, String outcome, String reason, Map<String, Object> answers) {}
}
