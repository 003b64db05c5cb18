package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 委派, 加签, 会签 and 减签: colleagues are asked about a task, which stays with its officer: who handles it answers for it.
 * No clock is touched by any of it.
 */
@Component
class Opinions {

    private static final int MOST = 10;

    private final Tasks tasks;
    private final OpinionRows rows;
    private final KeptAnswers kept;
    private final Colleagues colleagues;
    private final HeldTasks held;
    private final Completion completion;
    private final TaskActs acts;
    private final TaskMessages messages;
    private final Clock time;

    Opinions(
            Tasks tasks,
            OpinionRows rows,
            KeptAnswers kept,
            Colleagues colleagues,
            HeldTasks held,
            Completion completion,
            TaskActs acts,
            TaskMessages messages,
            Clock time) {
        this.tasks = tasks;
        this.rows = rows;
        this.kept = kept;
        this.colleagues = colleagues;
        this.held = held;
        this.completion = completion;
        this.acts = acts;
        this.messages = messages;
        this.time = time;
    }

    /** @param of user names: two or more for 会签, else one */
    @Transactional
    List<Opinion> ask(Account officer, String taskId, OpinionKind kind, List<String> of, String question) {
        held.hold(taskId);
        var item = tasks.held(officer, taskId);
        var asked = of == null ? List.<String>of() : of.stream().distinct().toList();
        if (kind == OpinionKind.JOINT ? asked.size() < 2 || asked.size() > MOST : asked.size() != 1) {
            throw Problem.invalid("asked-number", kind == OpinionKind.JOINT ? "会签请选择 2 至 10 位同事。" : "请选择一位同事。")
                    .with("field", "of");
        }
        var words = Words.required(question, "question", "请写明需要同事办理或者答复的内容");
        var open = rows.of(taskId).stream()
                .filter(Opinion::isOpen)
                .map(Opinion::askedOf)
                .collect(Collectors.toCollection(HashSet::new));
        var people =
                asked.stream().map(name -> colleagues.get(item, name, "of")).toList();
        for (var person : people) {
            if (person.username().equals(officer.username())) {
                throw Problem.invalid("asked-self", "不能征求自己的意见，请选择同事。").with("field", "of");
            }
            if (!open.add(person.username())) {
                throw Problem.conflict("asked-already", person.name() + " 的意见还没有答复，不必重复征求。")
                        .with("field", "of");
            }
            rows.add(taskId, kind, officer.username(), person.username(), words, time.instant());
            messages.tell(person.username(), item, officer.name() + " 请您" + kind.label(), words);
        }
        acts.note(
                taskId,
                officer,
                kind.label(),
                people.stream().map(Account::name).collect(Collectors.joining("、")) + "：" + words);
        return rows.of(taskId);
    }

    @Transactional
    void answer(Account officer, String taskId, long ask, boolean agrees, String opinion) {
        held.hold(taskId);
        var item = tasks.open(officer, taskId);
        var asked = find(taskId, ask);
        if (!asked.askedOf().equals(officer.username())) {
            throw Problem.forbidden("not-asked", "这条意见征求的是" + asked.askedOfName() + "，请由其本人答复。");
        }
        var words = agrees ? Words.optional(opinion, "opinion") : Words.required(opinion, "opinion", "不同意的请写明意见");
        if (!rows.answer(ask, agrees, words, time.instant())) {
            throw over();
        }
        acts.note(
                taskId,
                officer,
                "答复" + asked.kind().label(),
                (agrees ? "同意" : "不同意") + (words.isEmpty() ? "" : "，" + words));
        messages.tell(
                asked.askedBy(), item, officer.name() + (agrees ? " 同意" : " 不同意"), words.isEmpty() ? "没有其他意见。" : words);
        if (asked.kind() == OpinionKind.AFTER) {
            goOn(item, agrees);
        }
    }

    /** 减签: somebody is waited for no longer. */
    @Transactional
    void withdraw(Account officer, String taskId, long ask, String reason) {
        held.hold(taskId);
        var item = tasks.held(officer, taskId);
        var asked = find(taskId, ask);
        var why = Words.required(reason, "reason", "请写明减签的理由");
        if (!rows.withdraw(ask, why, time.instant())) {
            throw over();
        }
        acts.note(taskId, officer, "减签", asked.askedOfName() + "：" + why);
        messages.tell(asked.askedOf(), item, officer.name() + " 不再需要您的意见", why);
        if (asked.kind() == OpinionKind.AFTER) {
            goOn(item, true);
        }
    }

    /** Who was asked last to countersign lets the kept answer take effect, or gives it back. */
    private void goOn(WorkItem item, boolean agrees) {
        var answer = kept.of(item).filter(KeptAnswers.Kept::waits);
        if (answer.isEmpty() || agrees && rows.missing(item.id()).after() != null) {
            return;
        }
        if (!agrees) {
            kept.giveBack(item.id());
            rows.callOff(item.id(), "已有同事不同意", time.instant());
            return;
        }
        var holder = colleagues.get(item, answer.get().officer(), "officer");
        try {
            completion.complete(holder, item.id(), answer.get().answers());
        } catch (Problem refused) {
            throw Problem.conflict(
                    "kept-answer-refused", holder.name() + " 的办理结果不能提交：" + refused.getMessage() + "请其修改后再请您加签。");
        }
    }

    private Opinion find(String taskId, long ask) {
        return rows.of(taskId).stream()
                .filter(opinion -> opinion.id() == ask)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("ask-unknown", "没有找到这条意见征求。"));
    }

    private static Problem over() {
        return Problem.conflict("ask-over", "这条意见征求已经答复或者撤回，请刷新页面。");
    }
}
