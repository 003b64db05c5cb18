package io.onevisit.engine.externaltasks;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Workers that wait for work without holding a thread. One thread of ours tries again for all of them, as soon as this
 * engine has made an external task and at least once a second (another node's task, an expired lock). It answers
 * everyone before the web server stops, so that a waiting worker never delays a restart.
 */
@Component
class LongPolls implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LongPolls.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final Fetching fetching;
    private final Queue<Poll> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private SingleConsumerCondition workArrived;

    LongPolls(Fetching fetching) {
        this.fetching = fetching;
    }

    DeferredResult<List<LockedTask>> poll(Requests.FetchAndLock request) {
        var tasks = tried(request);
        var patience = request.asyncResponseTimeout() == null
                ? 0
                : Math.min(request.asyncResponseTimeout(), LONGEST_WAIT.toMillis());
        if (!tasks.isEmpty() || patience <= 0 || !running) {
            var answer = new DeferredResult<List<LockedTask>>();
            answer.setResult(tasks);
            return answer;
        }
        var poll = new Poll(request, new DeferredResult<>(patience, List.of()));
        poll.answer().onCompletion(() -> waiting.remove(poll));
        waiting.add(poll);
        workArrived.signal(); // work that came between the try and the wait
        return poll.answer();
    }

    private void serve() {
        while (running) {
            workArrived.await(LOOK_AGAIN_MILLIS);
            for (var poll : waiting) {
                if (poll.answer().isSetOrExpired()) {
                    waiting.remove(poll);
                    continue;
                }
                var tasks = tried(poll.request());
                if (!tasks.isEmpty()) {
                    waiting.remove(poll);
                    poll.answer().setResult(tasks);
                }
            }
        }
    }

    /** Fetchers compete for rows and the engine's way of losing varies; the loser comes again. */
    private List<LockedTask> tried(Requests.FetchAndLock request) {
        try {
            return fetching.fetch(request);
        } catch (RuntimeException lost) {
            log.warn("Worker {} got no work this time: {}", request.workerId(), lost.toString());
            return List.of();
        }
    }

    @Override
    public void start() {
        var thread = new Thread(this::serve, "external-task-polls");
        thread.setDaemon(true);
        workArrived = new SingleConsumerCondition(thread);
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(workArrived);
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(workArrived);
        workArrived.signal();
        for (var poll = waiting.poll(); poll != null; poll = waiting.poll()) {
            poll.answer().setResult(List.of());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Poll(Requests.FetchAndLock request, DeferredResult<List<LockedTask>> answer) {}
}
