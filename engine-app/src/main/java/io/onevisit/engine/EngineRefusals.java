package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** What the engine says against a move, in sentences that name elements as people call them. */
final class EngineRefusals {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Beginnings of what the engine says, and what that means for whoever moves. */
    private static final List<Map.Entry<Pattern, String>> MEANINGS = List.of(
            says("no migration instruction for this instance's activity", "新版本中没有为它指定对应的环节，请补上对应关系"),
            says(
                    "Type of the source.* does not match|Activities have incompatible types|have incompatible types",
                    "两边的环节种类不同（例如人工环节不能对应到等待部门答复）"),
            says("incompatible job|job declaration|handler", "两边等待的作业不同，流程正停在自动继续处，请稍后再试"),
            says("The scope .* (cannot|must)|closest mapped ancestor|flow scope", "两边所在的子流程不对应，请先让子流程对应起来"),
            says("same event type|event type|Events are not of the same type", "两边等待的事件不同"),
            says("is not supported for migration|not supported", "这种环节不能直接迁移"),
            says("ambiguous", "同一个子流程有多处正在办理，不知道要放到哪一处"),
            says("multiple|already mapped|There are multiple mappings", "同一个环节只能对应一个环节"));

    private EngineRefusals() {}

    static Problem of(RuntimeException refused, Map<String, String> names) {
        for (Throwable one = refused; one != null; one = one.getCause()) {
            if (one instanceof Problem told) {
                return told;
            }
        }
        if (refused instanceof MigratingProcessInstanceValidationException instance) {
            return problem(String.join("；", ofInstance(instance, names)));
        }
        if (refused instanceof MigrationPlanValidationException plan) {
            return problem(String.join("；", ofPlan(plan, names, names)));
        }
        return problem(sentence(refused));
    }

    /** What is wrong with a plan; empty where it can be made. */
    static List<String> ofPlan(Runnable plan, Map<String, String> from, Map<String, String> to) {
        try {
            plan.run();
            return List.of();
        } catch (MigrationPlanValidationException refused) {
            return ofPlan(refused, from, to);
        } catch (BadUserRequestException refused) {
            return List.of(sentence(refused));
        }
    }

    private static List<String> ofPlan(
            MigrationPlanValidationException refused, Map<String, String> from, Map<String, String> to) {
        return refused.getValidationReport().getInstructionReports().stream()
                .map(report -> {
                    var pair = report.getMigrationInstruction();
                    return "“%s”不能对应到“%s”：%s"
                            .formatted(
                                    name(from, pair.getSourceActivityId()),
                                    name(to, pair.getTargetActivityId()),
                                    meanings(report.getFailures()));
                })
                .toList();
    }

    private static List<String> ofInstance(
            MigratingProcessInstanceValidationException refused, Map<String, String> names) {
        var report = refused.getValidationReport();
        var told = new ArrayList<String>();
        report.getFailures().forEach(failure -> told.add(meaning(failure)));
        report.getActivityInstanceReports()
                .forEach(one -> told.add(
                        "停在“%s”：%s".formatted(name(names, one.getSourceScopeId()), meanings(one.getFailures()))));
        report.getTransitionInstanceReports()
                .forEach(one -> told.add(
                        "正要进入“%s”：%s".formatted(name(names, one.getSourceScopeId()), meanings(one.getFailures()))));
        return told;
    }

    private static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }

    private static String meanings(List<String> failures) {
        return failures.stream()
                .map(EngineRefusals::meaning)
                .distinct()
                .reduce((a, b) -> a + "，" + b)
                .orElse("");
    }

    private static String meaning(String failure) {
        return MEANINGS.stream()
                .filter(meaning -> meaning.getKey().matcher(failure).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(failure);
    }

    /** The first of the causes that speaks to people is one of our own steps; else the engine's words with what they mean. */
    private static String sentence(RuntimeException refused) {
        return Stream.iterate((Throwable) refused, one -> one != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && HAN.matcher(message).find())
                .findFirst()
                .orElseGet(() -> "流程引擎不接受：" + meaning(String.valueOf(refused.getMessage())));
    }

    private static Problem problem(String sentence) {
        return Problem.conflict("move-refused", sentence);
    }

    private static Map.Entry<Pattern, String> says(String pattern, String meaning) {
        return Map.entry(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning);
    }
}
