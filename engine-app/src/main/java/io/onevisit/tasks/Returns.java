package io.onevisit.tasks;

import io.onevisit.engine.UserTasks;
import io.onevisit.identity.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that were sent back: by whom, why, and how each comes back, by every step again (重走) or straight (直达). */
@Component
class Returns {

    private final JdbcClient sql;
    private final UserTasks engine;
    private final Colleagues colleagues;
    private final TaskMessages messages;
    private final Clock time;

    Returns(JdbcClient sql, UserTasks engine, Colleagues colleagues, TaskMessages messages, Clock time) {
        this.sql = sql;
        this.engine = engine;
        this.colleagues = colleagues;
        this.messages = messages;
        this.time = time;
    }

    /** Notes at the step that waits again who sent it back to there from which task. */
    void note(WorkItem from, String step, Account officer, String why, boolean straight) {
        sql.sql(
                        """
                        insert into task_return (task_id, step, step_name, officer, reason, straight, at)
                        select task_id, :from, :name, :officer, :why, :straight, :now from work_item
                        where key = :step and ended_at is null and coalesce(case_no, application_no, subject_no) = :no""")
                .param("from", from.key())
                .param("name", from.name())
                .param("officer", officer.username())
                .param("why", why)
                .param("straight", straight)
                .param("now", Timestamp.from(time.instant()))
                .param("step", step)
                .param("no", from.about())
                .update();
    }

    Optional<Returned> of(String taskId) {
        return sql.sql(
                        """
                        select r.step, r.step_name, r.officer, coalesce(p.name, r.officer) as officer_name, r.reason, r.straight, r.at
                        from task_return r left join account p on p.username = r.officer where r.task_id = ?""")
                .param(taskId)
                .query(Returned.class)
                .optional();
    }

    /** Lets the process go on with an answer: the ordinary way, or straight to who sent the task back. */
    void complete(WorkItem item, Map<String, Object> variables) {
        var straight = of(item.id()).filter(Returned::straight);
        if (straight.isEmpty()) {
            engine.complete(item.id(), variables);
        } else if (engine.completeStraight(item.id(), variables, straight.get().step())) {
            give(item, straight.get());
        }
    }

    /** The step is theirs again who had it, where they may still. */
    private void give(WorkItem item, Returned returned) {
        record Waiting(String taskId, String candidate, String region) {}
        sql.sql(
                        """
                        select task_id, candidate, region from work_item
                        where key = :step and ended_at is null and coalesce(case_no, application_no, subject_no) = :no""")
                .param("step", returned.step())
                .param("no", item.about())
                .query(Waiting.class)
                .optional()
                .filter(waiting ->
                        colleagues.may(item.about(), waiting.candidate(), waiting.region(), returned.officer()))
                .ifPresent(waiting -> {
                    sql.sql("update work_item set assignee = ?, claimed_at = created_at where task_id = ?")
                            .params(returned.officer(), waiting.taskId())
                            .update();
                    messages.tell(
                            returned.officer(),
                            item,
                            waiting.taskId(),
                            "退回的已重办，直接回到您",
                            "请继续办理“" + returned.stepName() + "”。");
                });
    }

    /**
     * @param step key of the step that sent it back
     * @param straight whether it goes straight back there, else by every step again
     */
    record Returned(
            String step,
            String stepName,
            String officer,
            String officerName,
            String reason,
            boolean straight,
            Instant at) {}
}
