package io.onevisit.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.onevisit.workers.Neighbour.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.client.exception.ConnectionLostException;
import org.camunda.bpm.client.task.ExternalTask;
import org.junit.jupiter.api.Test;

/** The official client against an engine that hands out one task. */
class HandsTest {

    private static final String TASK =
            """
            [{"id":"t1","topicName":"some-topic","workerId":"w","businessKey":"A1","activityId":"a","activityInstanceId":"a:1",
              "executionId":"e","processInstanceId":"p","processDefinitionId":"d","processDefinitionKey":"k","priority":0,
              "lockExpirationTime":"2026-11-23T10:00:00.000+0800",
              "variables":{"applicationNo":{"type":"String","value":"A1","valueInfo":{}}}}]""";

    @Test
    void workIsFetchedWithTheSecretDoneAndCompleted() throws Exception {
        var handedOut = new AtomicBoolean();
        var completed = new CountDownLatch(1);
        try (var engine = new Neighbour(request -> {
            if (request.path().endsWith("/fetchAndLock")) {
                return new Answer(200, handedOut.compareAndSet(false, true) ? TASK : quiet());
            }
            if (request.path().endsWith("/complete")) {
                completed.countDown();
            }
            return new Answer(204, "");
        })) {
            var hands = hands(engine.url(), task -> Map.of("found", Work.applicationNo(task)));

            hands.start();

            assertThat(completed.await(60, TimeUnit.SECONDS)).isTrue();
            hands.stop();
            var told = engine.requests().stream()
                    .filter(request -> request.path().equals("/engine/external-task/t1/complete"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.header("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(told.body()).contains("\"found\"", "\"A1\"");
        }
    }

    @Test
    void aTaskThatComesInWhileTheHandsStopIsGivenBack() throws Exception {
        var asked = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var givenBack = new CountDownLatch(1);
        try (var engine = new Neighbour(request -> {
            if (request.path().endsWith("/fetchAndLock")) {
                asked.countDown();
                stopped.await();
                return new Answer(200, TASK);
            }
            if (request.path().endsWith("/unlock")) {
                givenBack.countDown();
            }
            return new Answer(204, "");
        })) {
            var hands = hands(engine.url(), task -> {
                throw new AssertionError("no work any more");
            });
            hands.start();
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            hands.stop();
            stopped.countDown();

            assertThat(givenBack.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPlatformThatIsDownIsAskedLessAndLessOften() {
        var patience = new Patience(new AtomicBoolean());
        var down = new ConnectionLostException("down", mock(IOException.class));

        patience.reconfigure(List.of(), down);
        assertThat(patience.calculateBackoffTime()).isBetween(250L, 500L);
        for (int i = 0; i < 20; i++) {
            patience.reconfigure(List.of(), down);
        }
        assertThat(patience.calculateBackoffTime()).isBetween(7_500L, 15_000L);

        patience.reconfigure(List.of(), null);
        assertThat(patience.calculateBackoffTime()).isZero();
    }

    private static String quiet() throws InterruptedException {
        Thread.sleep(200); // a long poll that ends without work
        return "[]";
    }

    private interface Doing {
        Map<String, Object> with(ExternalTask task);
    }

    private static Hands hands(String url, Doing doing) {
        var worker = new Worker("some-topic", Tasks.RETRY) {
            @Override
            protected Map<String, Object> work(ExternalTask task) {
                return doing.with(task);
            }
        };
        var properties = new WorkerProperties(
                true, "s3cret", Path.of("none"), Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(1));
        var platform = new PlatformProperties(URI.create(url), Duration.ofSeconds(5));
        return new Hands(List.of(worker), properties, platform, new WorkerSecret(properties));
    }
}
