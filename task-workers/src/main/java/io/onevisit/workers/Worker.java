package io.onevisit.workers;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One kind of work. What it returns completes the task; what it throws fails it. May run twice for one task. */
public abstract class Worker implements ExternalTaskHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int DETAILS = 4_000;

    private final String topic;
    private final Retry retry;

    protected Worker(String topic, Retry retry) {
        this.topic = topic;
        this.retry = retry;
    }

    protected abstract Map<String, Object> work(ExternalTask task);

    public final String topic() {
        return topic;
    }

    /** How many tasks of this kind are worked on at once. */
    public int hands() {
        return 1;
    }

    @Override
    public final void execute(ExternalTask task, ExternalTaskService engine) {
        Map<String, Object> result;
        try {
            result = work(task);
        } catch (BusinessError e) { // the model has a path for it
            report(task, () -> engine.handleBpmnError(task, e.code(), e.getMessage()));
            return;
        } catch (Refused e) { // no use in trying again: a person has to look
            fail(task, engine, e.getMessage(), e, 0);
            return;
        } catch (Unavailable e) { // it will come back
            fail(task, engine, e.getMessage(), e, retry.left(task, true));
            return;
        } catch (RuntimeException e) { // nobody foresaw it: try again, then ask a person
            fail(task, engine, "执行“%s”时出错：%s".formatted(topic, e), e, retry.left(task, false));
            return;
        }
        report(task, () -> engine.complete(task, result));
    }

    private void fail(ExternalTask task, ExternalTaskService engine, String sentence, Exception cause, int left) {
        LOG.warn("{} of {} failed, {} tries left: {}", topic, task.getBusinessKey(), left, sentence);
        var pause = left == 0 ? 0 : retry.pause(task);
        report(task, () -> engine.handleFailure(task, sentence, details(cause), left, pause));
    }

    /** If the platform cannot be told, the lock runs out and the work is done again. */
    private void report(ExternalTask task, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.warn("{} of {} was done but could not be reported: {}", topic, task.getBusinessKey(), e.getMessage());
        }
    }

    private static String details(Exception cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString().substring(0, Math.min(DETAILS, text.toString().length()));
    }
}
