package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over real connections from this machine, which is a trusted forwarder by default: the shipped budgets count whom it names. */
@PlatformTest
class ForwardersTest {

    /** Far more than the 120 of a minute: two come back each second, however slow the guesses are. */
    private static final int MOST = 1_200;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void whoIsForwardedHasTheirOwnBudgetAndTheLastUntrustedAddressCounts() throws Exception {
        var refused = guess("198.51.100.0, 203.0.113.77"); // what the client invents stands further left
        for (var i = 1; i < MOST && refused.status() != 429; i++) {
            refused = guess("198.51.100." + i % 256 + ", 203.0.113.77");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var problem = json.readTree(refused.body());
        assertThat(problem.path("code").asText()).isEqualTo("too-many-requests");
        assertThat(problem.path("detail").asText()).contains("操作过于频繁", "秒后重试");
        assertThat(guess("203.0.113.78").status()).isNotEqualTo(429);
    }

    @Test
    void aTrustedForwardersReferenceIsKept() throws Exception {
        var answer =
                new Wire(port).get("/api/nowhere", "X-Forwarded-For: 203.0.113.5", "X-Request-Id: proxy-0123456789");

        assertThat(answer.header("X-Request-Id")).isEqualTo("proxy-0123456789");
        assertThat(json.readTree(answer.body()).path("reference").asText()).isEqualTo("proxy-0123456789");
    }

    private Wire.Answer guess(String forwarded) throws Exception {
        return new Wire(port).get("/api/visits/AAAABBBBCCCCDDDD", "X-Forwarded-For: " + forwarded);
    }
}
