package io.onevisit.tasks;

import io.onevisit.cases.Talks;
import io.onevisit.identity.Account;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may be done with a task, and what colleagues say about it. */
@Component
class TaskWork {

    private final OpinionRows opinions;
    private final KeptAnswers kept;
    private final StepsBack stepsBack;
    private final Returns returns;
    private final Copies copies;
    private final Remarks remarks;
    private final EndedTasks ended;
    private final TaskTalks talks;
    private final TaskVerbs verbs;

    TaskWork(
            OpinionRows opinions,
            KeptAnswers kept,
            StepsBack stepsBack,
            Returns returns,
            Copies copies,
            Remarks remarks,
            EndedTasks ended,
            TaskTalks talks,
            TaskVerbs verbs) {
        this.opinions = opinions;
        this.kept = kept;
        this.stepsBack = stepsBack;
        this.returns = returns;
        this.copies = copies;
        this.remarks = remarks;
        this.ended = ended;
        this.talks = talks;
        this.verbs = verbs;
    }

    Shown of(Account officer, WorkItem item) {
        var said = opinions.of(item.id());
        var steps = stepsBack.of(item);
        return new Shown(
                said,
                item.endedAt() == null
                        ? kept.of(item)
                                .filter(answer -> officer.username().equals(answer.officer()))
                                .orElse(null)
                        : null,
                item.endedAt() == null ? verbs.of(officer, item, said, steps) : List.of(),
                steps,
                returns.of(item.id()).orElse(null),
                copies.of(item.id()),
                remarks.of(officer, item),
                ended.of(item),
                talks.of(item));
    }

    /**
     * @param kept the holder's own answer that waits to be countersigned or came back, {@code null} where there is none
     * @param returned who sent the task back to here, {@code null} where nobody did
     * @param notes the latest first
     * @param talk what the applicant and the officers wrote to each other, the earliest first
     * @param ended {@code null} while the task is open
     */
    record Shown(
            List<Opinion> counsel,
            KeptAnswers.Kept kept,
            List<TaskVerbs.Verb> verbs,
            List<StepsBack.Step> steps,
            Returns.Returned returned,
            List<Copies.Copy> copies,
            List<Remarks.Remark> notes,
            EndedTasks.Ended ended,
            List<Talks.Said> talk) {}
}
