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

    private static final int CODES_PER_MINUTE = 120;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void whoIsForwardedHasTheirOwnBudgetAndTheLastUntrustedAddressCounts() throws Exception {
        var guessed = 0;
        for (var i = 0; i < CODES_PER_MINUTE + 40 && guessed != 429; i++) {
            guessed =
                    guess("198.51.100." + i + ", 203.0.113.77").status(); // what the client invents stands further left
        }
        var refused = guess("203.0.113.77");

        assertThat(guessed).isEqualTo(429);
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
