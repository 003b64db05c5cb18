package io.onevisit.tasks;

import io.onevisit.bundles.FormReader;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Extensions;
import io.onevisit.cases.Reviews;
import io.onevisit.identity.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an officer may do with a task now, why not, and what each act does to the clock. */
@Component
class TaskVerbs {

    private static final String RUNS_ON = "时限继续计算。";

    private final FormReader forms;
    private final TaskForms taskForms;
    private final Cases cases;
    private final Reviews reviews;
    private final Extensions extensions;

    TaskVerbs(FormReader forms, TaskForms taskForms, Cases cases, Reviews reviews, Extensions extensions) {
        this.forms = forms;
        this.taskForms = taskForms;
        this.cases = cases;
        this.reviews = reviews;
        this.extensions = extensions;
    }

    List<Verb> of(Account officer, WorkItem item, List<Opinion> opinions, List<StepsBack.Step> steps) {
        var mine = officer.username().equals(item.assignee());
        var free = item.assignee() == null;
        var others = item.assigneeName() + " 已领取这项任务。";
        var held = mine ? null : free ? "请先领取这项任务。" : others;
        var notOthers = free || mine ? null : others;
        var missing = item.waitsFor() != null
                        && opinions.stream()
                                .anyMatch(o -> o.isOpen() && o.kind().first())
                ? "还在等待 " + item.waitsFor() + " 的意见。"
                : null;
        var verbs = new ArrayList<Verb>();
        verbs.add(new Verb("claim", free ? null : mine ? "您已领取。" : others, RUNS_ON));
        verbs.add(new Verb("unclaim", held, RUNS_ON));
        verbs.add(new Verb("transfer", notOthers, "时限继续计算，不因转办重新起算。"));
        for (var ask : List.of("delegate", "countersignBefore", "joint", "countersignAfter")) {
            verbs.add(new Verb(ask, held, "时限继续计算，同事答复的时间计入审批时限。"));
        }
        verbs.add(new Verb("copy", null, "抄送仅供知悉，" + RUNS_ON));
        verbs.add(new Verb(
                "withdrawAsk",
                first(held, opinions.stream().noneMatch(Opinion::isOpen) ? "没有等待答复的意见征求。" : null),
                RUNS_ON));
        verbs.add(new Verb(
                "stepBack",
                first(
                        notOthers,
                        steps.isEmpty()
                                ? "前面没有由人办理的环节。"
                                : steps.stream().noneMatch(StepsBack.Step::allowed)
                                        ? steps.get(0).why()
                                        : null),
                "时限继续计算，预警和红黄牌的时间不变。"));
        verbs.addAll(ofForm(item, first(notOthers, missing)));
        return verbs;
    }

    private List<Verb> ofForm(WorkItem item, String before) {
        var outcomes = outcomes(item);
        var file = item.caseNo() == null ? null : cases.get(item.caseNo());
        var notHere = "本环节没有这项操作。";
        var special = file == null || !outcomes.contains("special-procedure")
                ? notHere
                : reviews.specialKinds(file).isEmpty() ? "本事项的实施清单没有载明特别程序。" : null;
        var extension = file == null || !outcomes.contains("extension")
                ? notHere
                : extensions.granted(file.caseNo()).isPresent() ? "本办件已经延长过一次（行政许可法第四十二条）。" : null;
        return List.of(
                new Verb(
                        "returnToApplicant",
                        first(before, file != null && CaseFacts.endable(file) ? null : notHere),
                        "办件终止，时限停止计算，不再亮灯。"),
                new Verb(
                        "supplement",
                        first(before, outcomes.contains("supplement") ? null : notHere),
                        "受理前补正，审批时限自受理起算；受理后补正，仅当实施清单载明时停止计时。"),
                new Verb("specialProcedure", first(before, special), "所需时间不计入审批时限，结束后继续计算（行政许可法第四十五条）。"),
                new Verb("extension", first(before, extension), "经负责人批准后时限顺延，只能一次，最多 10 个工作日（行政许可法第四十二条）。"),
                new Verb(
                        "decide",
                        first(before, outcomes.isEmpty() ? notHere : null),
                        outcomes.contains("grant") ? "作出决定后，审批时限停止计算。" : RUNS_ON));
    }

    private Set<String> outcomes(WorkItem item) {
        return forms.fields(taskForms.of(item), item.form()).stream()
                .filter(field -> field.key().equals("outcome"))
                .flatMap(field -> field.options().stream())
                .map(FormReader.Option::value)
                .collect(Collectors.toSet());
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }

    /**
     * @param why it is not allowed, {@code null} where it is
     * @param effect on the clock, in words
     */
    record Verb(String verb, String why, String effect) {
        public boolean isAllowed() {
            return why == null;
        }
    }
}
