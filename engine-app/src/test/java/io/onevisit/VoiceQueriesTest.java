package io.onevisit;

import static io.onevisit.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.identity.Role;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever is put into the addresses of ratings and orders is answered, or refused in a sentence; nothing breaks. */
@PlatformTest
class VoiceQueriesTest {

    private static final String FOREVER = "2147483647";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cockpit/ratings?",
                "/api/cockpit/ratings/parts?",
                "/api/cockpit/ratings/list?",
                "/api/cockpit/ratings/counts?",
                "/api/cockpit/orders?",
                "/api/cockpit/orders/list?",
                "/api/cockpit/orders/looked-only?"
            })
    void daysAreWithinWhatCanBeAskedFor(String path) throws Exception {
        refused(path + "from=1899-12-31&to=1900-01-31", "day-outside", "from");
        refused(path + "from=2200-01-01&to=2201-01-01", "day-outside", "to");
        refused(path + "to=%2B999999999-12-31", "day-outside", "to");
        refused(path + "from=2026-03-02&to=2026-03-01", "days-reversed", "from");
        if (path.contains("counts")) {
            fine(path + "from=1900-01-01&to=2200-12-31");
        } else {
            refused(path + "from=2023-01-01&to=2026-01-01", "days-too-many", "from");
        }
        fine(path + "from=2025-01-01&to=2026-12-31");
        unreadable(path + "from=yesterday");
        unreadable(path + "from=2026-02-30");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cockpit/ratings/list?page=501, page-outside, page",
        "/api/cockpit/ratings/list?page=-1, page-outside, page",
        "/api/cockpit/ratings/list?which=everything, list-unknown, which",
        "/api/cockpit/ratings/counts?by=agent, group-unknown, by",
        "/api/cockpit/ratings/parts?by=month, group-unknown, by",
        "/api/cockpit/ratings?region=99, region-unknown, region",
        "/api/cockpit/ratings/list?department=nothing, department-unknown, department",
        "/api/cockpit/orders/list?page=" + FOREVER + ", page-outside, page",
        "/api/cockpit/orders/looked-only?page=" + FOREVER + ", page-outside, page",
        "/api/cockpit/orders/list?which=everything, list-unknown, which",
        "/api/ratings/published?page=" + FOREVER + ", page-outside, page",
        "/api/ratings/published?region=%25, region-unknown, region",
        "/api/ratings/published?department=%27, department-unknown, department",
        "/api/ratings/labels?channel=FAX, channel-unknown, channel",
    })
    void anythingElseIsOneOfWhatThereIs(String path, String code, String field) throws Exception {
        refused(path, code, field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cockpit/ratings/R0",
                "/api/cockpit/ratings/nothing",
                "/api/cockpit/orders/W0",
                "/api/visits/0"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        web.perform(get(path).with(as(people().officer(Role.SUPERVISOR, null, "430000"))))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/hotline/intake/dispatch?duty=nothing&region=430102, duty-unknown",
        "/api/hotline/intake/dispatch?duty=other&region=43, region-unknown",
        "/api/hotline/intake/dispatch?duty=other&region=, region-unknown",
    })
    void theDeskAsksForWhatThereIs(String path, String code) throws Exception {
        web.perform(get(path).with(as(people().officer(Role.AGENT, null, "430100"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void theDeskReadsNoNovels() throws Exception {
        web.perform(get("/api/hotline/intake/knowledge")
                        .param("q", "长".repeat(101))
                        .with(as(people().officer(Role.AGENT, null, "430100"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("words-too-long"));
    }

    private void refused(String path, String code, String field) throws Exception {
        web.perform(get(java.net.URI.create(path)).with(as(people().officer(Role.SUPERVISOR, null, "430000"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(Matchers.endsWith("。")));
    }

    private void unreadable(String path) throws Exception {
        web.perform(get(path).with(as(people().officer(Role.SUPERVISOR, null, "430000"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("填写有误：from：格式不正确。"));
    }

    private void fine(String path) throws Exception {
        web.perform(get(path).with(as(people().officer(Role.SUPERVISOR, null, "430000"))))
                .andExpect(status().isOk());
    }

    private People people() {
        return new People(sql);
    }
}
