package io.onevisit.engine;

import io.onevisit.engine.Deployments.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;

/** What the engine says of a model it refuses, in the analyst's language where the saying is known. */
final class ParseFindings {

    private static final Map<Pattern, String> SAYINGS = new LinkedHashMap<>();

    static {
        say("(?i).*history ?time ?to ?live.*", "缺少 historyTimeToLive，请填写保存天数，例如 P90D。");
        say("(?i).*unknown property used in expression.*|.*error while parsing.*expression.*", "表达式无法解析，请检查花括号和变量名。");
        say("(?i).*could not parse.*expression.*|.*Unknown EL.*", "表达式无法解析，请检查花括号和变量名。");
        say("(?i).*exclusive gateway .* has no outgoing sequence flow.*", "排他网关没有流出的连线。");
        say("(?i).*outgoing sequence flow .* without condition.*", "网关有多条流出连线，其中一条既没有条件也不是默认流。");
        say("(?i).*invalid (target|source) .*|.*Invalid destination.*", "连线的起点或终点不存在。");
        say("(?i).*one of the attributes 'class'.*", "服务任务没有说明做什么：请选择任务主题或平台步骤。");
        say("(?i).*'?topic'? must be specified.*|.*External tasks must specify a 'topic'.*", "外部任务没有填写主题（topic）。");
        say("(?i).*multiple start events.*", "流程有多个无触发条件的开始事件。");
        say("(?i).*no start event.*", "流程没有开始事件。");
        say("(?i).*must have an? '?id'?.*|.*attribute 'id'.*", "元素缺少 id。");
    }

    private ParseFindings() {}

    private static void say(String english, String chinese) {
        SAYINGS.put(Pattern.compile(english, Pattern.DOTALL), chinese);
    }

    static List<Finding> of(ProcessEngineException refusal, Set<String> files) {
        return refusal instanceof ParseException parse ? reported(parse) : List.of(guessed(refusal, files));
    }

    private static List<Finding> reported(ParseException refusal) {
        return refusal.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(error -> new Finding(
                                report.getResourceName(),
                                error.getMainElementId(),
                                sentence(error.getMessage(), error.getLine()))))
                .toList();
    }

    /** Decisions and forms fail without a report: the file is the one that the chain of causes mentions, if any. */
    private static Finding guessed(ProcessEngineException refusal, Set<String> files) {
        var causes = Stream.iterate((Throwable) refusal, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .toList();
        var file = files.stream()
                .filter(name -> causes.stream().anyMatch(cause -> cause.contains(name)))
                .findFirst()
                .orElse(files.size() == 1 ? files.iterator().next() : null);
        return new Finding(file, null, sentence(String.join("；", causes), 0));
    }

    private static String sentence(String message, int line) {
        var said = SAYINGS.entrySet().stream()
                .filter(saying -> saying.getKey().matcher(message).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("引擎不接受此模型：" + message);
        return line > 0 ? said + "（第 %d 行）".formatted(line) : said;
    }
}
