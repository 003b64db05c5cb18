package io.onevisit.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Work of the engine that used up its tries.
 *
 * @param topic the worker's topic, {@code null} for a step of the platform
 * @param cause message and beginning of the details, at most 2 kB
 */
record Failure(String topic, String worker, String cause) {

    private static final int CAUSE = 2000;

    static Failure ofExternalTask(String id, String message) {
        var task = Context.getCommandContext().getExternalTaskManager().findExternalTaskById(id);
        return new Failure(task.getTopicName(), task.getWorkerId(), shortened(message, task.getErrorDetails()));
    }

    static Failure ofJob(String id, String message) {
        var job = Context.getCommandContext().getJobManager().findJobById(id);
        return new Failure(null, null, shortened(message, job == null ? null : job.getExceptionStacktrace()));
    }

    String sentence(String label, String process, String businessKey) {
        return topic == null
                ? "“%s”多次重试仍未完成，“%s”（%s）停在这里：请按下述原因处理后点“重试”。".formatted(label, process, businessKey)
                : "任务处理程序未能完成“%s”（主题 %s），“%s”（%s）停在这里：请检查该处理程序和它所用的系统，处理后点“重试”。"
                        .formatted(label, topic, process, businessKey);
    }

    private static String shortened(String message, String details) {
        var first = Objects.toString(message, "");
        var rest = details == null || details.isBlank() || details.equals(first) ? "" : "\n" + details;
        var all = first + rest;
        return all.length() <= CAUSE ? all : all.substring(0, CAUSE);
    }
}
