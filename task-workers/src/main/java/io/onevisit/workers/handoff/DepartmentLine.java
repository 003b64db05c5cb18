package io.onevisit.workers.handoff;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.onevisit.workers.Platform.Handoff;
import io.onevisit.workers.Refused;
import io.onevisit.workers.Unavailable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The lines to the departments' systems: few messages at once on each, and none for a while on one that keeps failing,
 * so that a department that is down slows nobody else.
 */
@Component
class DepartmentLine {

    private static final int NOT_FOUND = 404;

    private final HandoffProperties properties;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    DepartmentLine(HandoffProperties properties) {
        this.properties = properties;
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitDurationInOpenState(properties.rest())
                .recordExceptions(Unavailable.class)
                .build());
        bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    /** The department's receipt for this message, if it has got it. */
    Optional<String> receipt(Handoff message) {
        return guarded(message.department(), () -> {
            var answer = ask(
                    message.department(),
                    request(message.url() + "/receipts/" + message.messageKey()).GET());
            if (answer.isReceipt()) {
                return Optional.of(answer.body());
            }
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new Unavailable("部门系统（%s）不能说明是否收到过办件，答复 %d，稍后自动再问".formatted(message.department(), answer.status()));
        });
    }

    DepartmentAnswer send(Handoff message) {
        return guarded(message.department(), () -> {
            var answer = ask(
                    message.department(),
                    request(message.url())
                            .header("Idempotency-Key", message.messageKey())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(message.body())));
            if (answer.isPassing() || answer.accepted() && !answer.isReceipt()) {
                throw new Unavailable("部门系统（%s）没有给出回执，答复 %d，稍后自动重试".formatted(message.department(), answer.status()));
            }
            return answer;
        });
    }

    private <T> T guarded(String department, Supplier<T> call) {
        try {
            return bulkheads.bulkhead(department).executeSupplier(() -> breakers.circuitBreaker(department)
                    .executeSupplier(call));
        } catch (BulkheadFullException busy) {
            throw new NotTried("部门系统（%s）正在处理其他办件，稍后自动推送".formatted(department), busy);
        } catch (CallNotPermittedException resting) {
            throw new NotTried("部门系统（%s）连续没有应答，暂停推送，稍后自动重试".formatted(department), resting);
        }
    }

    private static HttpRequest.Builder request(String url) {
        var address = URI.create(url);
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new Refused("部门系统地址不是网址：" + url);
        }
        return HttpRequest.newBuilder(address).header("Accept", "application/json");
    }

    private DepartmentAnswer ask(String department, HttpRequest.Builder request) {
        var sent = http.sendAsync(request.build(), info -> new LimitedBody(properties.largestAnswer()));
        try {
            var response = sent.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new DepartmentAnswer(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            sent.cancel(true);
            throw new Unavailable(
                    "部门系统（%s）%d 秒内没有应答，稍后自动重试"
                            .formatted(department, properties.answerWithin().toSeconds()),
                    slow);
        } catch (ExecutionException failed) {
            throw new Unavailable("部门系统（%s）连接不上或中断了连接，稍后自动重试".formatted(department), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("推送被中断，稍后自动重试", stopped);
        }
    }
}
