package io.onevisit.workers;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.config.RequestConfig;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fetches work for every worker. Each hand is a client of its own: one client works its tasks one after the other, so a
 * slow scan or a stalled department would otherwise hold up all other kinds of work.
 */
@Component
class Hands implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);

    private final List<Worker> workers;
    private final WorkerProperties properties;
    private final PlatformProperties platform;
    private final WorkerSecret secret;
    private final List<ExternalTaskClient> clients = new ArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(Hands::daemon);
    private volatile boolean running;

    Hands(List<Worker> workers, WorkerProperties properties, PlatformProperties platform, WorkerSecret secret) {
        this.workers = workers;
        this.properties = properties;
        this.platform = platform;
        this.secret = secret;
    }

    @Override
    public void start() {
        running = true;
        var said = new AtomicBoolean();
        for (var worker : workers) {
            for (int hand = 1; hand <= worker.hands(); hand++) {
                var client = client(worker.topic() + "-" + hand, said);
                client.subscribe(worker.topic())
                        .variables("applicationNo", "notice", "documentKind")
                        .handler((task, engine) -> work(worker, task, engine))
                        .open();
                clients.add(client);
                client.start();
            }
        }
        LOG.info("{} kinds of work, {} hands, at {}", workers.size(), clients.size(), platform.url());
    }

    private ExternalTaskClient client(String hand, AtomicBoolean said) {
        var answer = RequestConfig.custom()
                .setResponseTimeout(properties.longPoll().toMillis() + 15_000, TimeUnit.MILLISECONDS)
                .build();
        return ExternalTaskClient.create()
                .baseUrl(platform.url() + "/engine")
                .workerId(hand + "@" + ManagementFactory.getRuntimeMXBean().getName())
                .maxTasks(1)
                .asyncResponseTimeout(properties.longPoll().toMillis())
                .lockDuration(properties.lock().toMillis())
                .backoffStrategy(new Patience(said))
                .addInterceptor(
                        request -> secret.bearer().ifPresent(bearer -> request.addHeader("Authorization", bearer)))
                .customizeHttpClient(http -> http.setDefaultRequestConfig(answer)
                        .disableAutomaticRetries()
                        .disableRedirectHandling())
                .disableAutoFetching()
                .build();
    }

    private void work(Worker worker, ExternalTask task, ExternalTaskService engine) {
        busy.incrementAndGet();
        try {
            if (running) {
                kept(task, engine, () -> worker.execute(task, engine));
            } else {
                engine.unlock(task);
            }
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Extends the lock for as long as the work takes; a short lock lets others take over soon after a crash. */
    private void kept(ExternalTask task, ExternalTaskService engine, Runnable work) {
        var half = properties.lock().toMillis() / 2;
        var alive = heartbeat.scheduleAtFixedRate(() -> stillOurs(task, engine), half, half, TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            alive.cancel(false);
        }
    }

    private void stillOurs(ExternalTask task, ExternalTaskService engine) {
        try {
            engine.extendLock(task, properties.lock().toMillis());
        } catch (RuntimeException e) {
            LOG.warn("Could not keep {} of {}: {}", task.getTopicName(), task.getBusinessKey(), e.getMessage());
        }
    }

    /** Lets work under way end; an open long poll is not waited for. */
    @Override
    public void stop() {
        running = false;
        clients.forEach(client -> daemon(client::stop).start());
        var latest = Instant.now().plus(properties.stopWithin());
        while (busy.get() > 0 && Instant.now().isBefore(latest)) {
            pause(Duration.ofMillis(50));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "hands");
        thread.setDaemon(true);
        return thread;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
