package io.onevisit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Tests against a real OpenSearch, one for the whole build, started by the first of them. */
@PlatformTest
abstract class SearchTestCase {

    @Autowired
    NodeKeeper keeper;

    @Autowired
    Cluster cluster;

    @Autowired
    Indexing indexing;

    @Autowired
    IndexWriter index;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    Changes changes;

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void theIndexAnswers() {
        keeper.start();
        await(this::answers);
        indexing.run();
        assertThat(rebuilds.open()).isEmpty();
        assertThat(changes.count()).isZero();
    }

    private boolean answers() {
        try {
            return cluster.connected()
                    && !cluster.work("GET", "/_cluster/health?wait_for_status=yellow&timeout=30s", null)
                            .path("timed_out")
                            .asBoolean();
        } catch (SearchUnavailable notYet) {
            return false;
        }
    }

    static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What anybody gets who asks, signed in or not. */
    JsonNode asked(String path, String... parameters) throws Exception {
        var request = get(path);
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return json.readTree(http.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** Keys of what is found, the best first. */
    List<String> found(String q, String... parameters) throws Exception {
        var all = new ArrayList<>(List.of("q", q));
        all.addAll(List.of(parameters));
        var keys = new ArrayList<String>();
        var answer = asked("/api/search", all.toArray(String[]::new));
        assertThat(answer.has("notice")).isFalse();
        answer.path("hits").forEach(hit -> keys.add(hit.path("key").asText()));
        return keys;
    }
}
