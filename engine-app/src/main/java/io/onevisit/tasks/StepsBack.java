package io.onevisit.tasks;

import io.onevisit.cases.Extensions;
import io.onevisit.engine.UserTasks;
import io.onevisit.identity.Account;
import io.onevisit.processes.ItemHandling;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 退回 to a step before: the process waits there again, for whoever answered it, while the clock runs on. */
@Component
class StepsBack {

    private static final String OUTCOME = "step-back";

    private final JdbcClient sql;
    private final Tasks tasks;
    private final HeldTasks held;
    private final UserTasks engine;
    private final Colleagues colleagues;
    private final Extensions extensions;
    private final OpinionRows opinions;
    private final Returns returns;
    private final GivenAnswers given;
    private final TaskActs acts;
    private final TaskMessages messages;
    private final Clock time;

    StepsBack(
            JdbcClient sql,
            Tasks tasks,
            HeldTasks held,
            UserTasks engine,
            Colleagues colleagues,
            Extensions extensions,
            OpinionRows opinions,
            Returns returns,
            GivenAnswers given,
            TaskActs acts,
            TaskMessages messages,
            Clock time) {
        this.sql = sql;
        this.tasks = tasks;
        this.held = held;
        this.engine = engine;
        this.colleagues = colleagues;
        this.extensions = extensions;
        this.opinions = opinions;
        this.returns = returns;
        this.given = given;
        this.acts = acts;
        this.messages = messages;
        this.time = time;
    }

    /** The steps before an open task, the latest first; none for one that has ended. */
    List<Step> of(WorkItem item) {
        if (item.endedAt() != null) {
            return List.of();
        }
        return engine.earlier(item.id()).stream()
                .map(step -> new Step(
                        step.key(),
                        step.name(),
                        step.endedAt(),
                        answeredBy(item, step.key()).map(Answered::name).orElse(null),
                        step.open(),
                        step.open() ? null : "其后平台或者部门已经办理或者告知，退回会重复办理。",
                        step.between()))
                .toList();
    }

    @Transactional
    void back(Account officer, String taskId, String to, String reason, boolean straight) {
        held.hold(taskId);
        var item = tasks.beginCompletion(officer, taskId);
        var why = Words.required(reason, "reason", "请写明退回的理由");
        var answered = answeredBy(item, to == null ? "" : to);
        tasks.noteCompletion(officer, taskId, OUTCOME);
        given.keep(taskId, Map.of("opinion", why));
        opinions.callOff(taskId, "任务已退回", time.instant());
        if (item.key().equals(ItemHandling.Elements.APPROVE_EXTENSION)) {
            extensions.reject(item.caseNo(), why, officer.name());
        }
        engine.sendBack(taskId, to);
        returns.note(item, to, officer, why, straight);
        acts.note(taskId, officer, straight ? "退回（直达）" : "退回", why);
        answered.filter(before -> colleagues.may(item, before.username()))
                .ifPresent(before -> again(item, to, before, officer, why));
    }

    /** The step is theirs again who answered it. */
    private void again(WorkItem item, String step, Answered before, Account officer, String why) {
        sql.sql(
                        """
                        update work_item set assignee = :who, claimed_at = created_at
                        where key = :step and ended_at is null and coalesce(case_no, application_no, subject_no) = :no""")
                .param("who", before.username())
                .param("step", step)
                .param("no", item.about())
                .update();
        messages.tell(before.username(), item, officer.name() + " 退回重办", why);
    }

    private Optional<Answered> answeredBy(WorkItem item, String step) {
        return sql.sql(
                        """
                        select w.ended_by as username, coalesce(p.name, w.ended_by) as name
                        from work_item w left join account p on p.username = w.ended_by
                        where w.key = :step and coalesce(w.case_no, w.application_no, w.subject_no) = :no
                            and (w.application_no = :application or w.subject_no = :subject) and w.ended_by is not null
                        order by w.ended_at desc limit 1""")
                .param("step", step)
                .param("no", item.about())
                .param("application", item.applicationNo())
                .param("subject", item.subjectNo())
                .query(Answered.class)
                .optional();
    }

    private record Answered(String username, String name) {}

    /**
     * @param byName who answered it, {@code null} where nobody did
     * @param why it is closed, {@code null} where it is open
     * @param between names of the steps in between, which are gone through again unless it comes back straight
     */
    record Step(
            String key,
            String name,
            Instant endedAt,
            String byName,
            boolean allowed,
            String why,
            List<String> between) {}
}
