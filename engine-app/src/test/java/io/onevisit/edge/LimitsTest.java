package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.onevisit.PlatformTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is too large is refused where it becomes too large: soon, and without being held in memory. */
@PlatformTest
class LimitsTest {

    private static final Duration QUICK = Duration.ofSeconds(10); // on a busy machine; it is a matter of milliseconds
    private static final long LITTLE = 8L << 20;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void tenMegabytesAreRefusedUnread() throws Exception {
        var body = "{\"username\":\"" + "a".repeat(10 << 20) + "\"}";

        refused(413, "body-too-large", 1 << 20, head("Content-Length: " + body.length()) + body);
    }

    @Test
    void tenMegabytesThatAnnounceNoLengthAreRefusedOnTheWay() throws Exception {
        var chunk = "2000\r\n" + "a".repeat(0x2000) + "\r\n";
        var body = "f\r\n{\"username\":\"aa\r\n" + chunk.repeat(1_280) + "0\r\n\r\n";

        refused(413, "body-too-large", LITTLE, head("Transfer-Encoding: chunked") + body);
    }

    @ParameterizedTest
    @CsvSource({"[", "{\"a\":"})
    void aHundredThousandLevelsAreRefused(String level) throws Exception {
        var body = level.repeat(100_000);

        refused(
                400,
                "request-invalid",
                LITTLE,
                "POST /api/deadlines/preview HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void aNumberWithoutEndIsRefused() throws Exception {
        var body = "{\"promised\":" + "9".repeat(100_000) + "}";

        refused(
                400,
                "request-invalid",
                LITTLE,
                "POST /api/deadlines/preview HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void theReaderOfJsonHasItsLimits() {
        var limits = json.getFactory().streamReadConstraints();

        assertThat(limits.getMaxNestingDepth()).isEqualTo(60);
        assertThat(limits.getMaxNumberLength()).isEqualTo(100);
        assertThat(limits.getMaxStringLength()).isEqualTo(4 << 20);
        assertThat(limits.hasMaxTokenCount()).isTrue();
        assertThat(limits.hasMaxDocumentLength()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/session, 16384",
        "POST, /api/orders, 1048576",
        "PUT, /api/drafts/7, 2097152",
        "POST, /api/drafts/7/documents, 67108864",
        "POST, /api/studio/bundles/newborn/editions, 33554432",
        "PUT, /worker-api/documents/7/pages/1, 33554432",
        "POST, /engine/external-task/fetchAndLock, 8388608"
    })
    void everyKindOfAddressTakesItsOwn(String method, String path, long largest) throws Exception {
        var bodies = new Bodies(EdgeSettings.shipped());

        assertThat(status(bodies, method, path, largest)).isEqualTo(200);
        assertThat(status(bodies, method, path, largest + 1)).isEqualTo(413);
    }

    private static int status(Bodies bodies, String method, String path, long length) throws Exception {
        var request = new org.springframework.mock.web.MockHttpServletRequest(method, path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        bodies.doFilter(request, response, new org.springframework.mock.web.MockFilterChain());
        return response.getStatus();
    }

    private void refused(int status, String code, long memory, String request) throws Exception {
        new Wire(port).get("/api/session");
        var before = allocated();
        var began = Instant.now();

        var answer = new Wire(port).raw(request);

        assertThat(Duration.between(began, Instant.now())).isLessThan(QUICK);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        var problem = json.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("reference").asText()).isNotBlank();
        assertThat(allocated() - before).as("bytes the server's threads took").isLessThan(memory);
    }

    /** What the threads that answer requests have taken from the heap so far. */
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("http-nio"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
    }

    private static String head(String length) {
        return "POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Cookie: XSRF-TOKEN=t\r\nX-XSRF-TOKEN: t\r\n" + length + "\r\n\r\n";
    }
}
