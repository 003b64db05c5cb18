package io.onevisit.tasks;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.MutableClock;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** How officers arrange their lists, and what they see of each other. */
class WorklistViewsTest extends WorkTestCase {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    MutableClock clock;

    @AfterEach
    void timeGoesOnAsItDoes() {
        clock.reset();
    }

    @Test
    void eachViewHoldsItsOwnTasks() throws Exception {
        assertThat(row(officer, "mine").path("key").asText()).isEqualTo("departmentReview");
        assertThat(row(officer, "group").isMissingNode()).isTrue();
        assertThat(row(officer, "today").isMissingNode()).isTrue();
        clock.setTo(cases.get(file.caseNo()).yellowAt());
        assertThat(row(officer, "today").isMissingNode()).isFalse();
        clock.reset();

        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());

        assertThat(row(officer, "mine").isMissingNode()).isTrue();
        assertThat(row(officer, "done").path("caseNo").asText()).isEqualTo(file.caseNo());
        assertThat(row(colleague, "done").isMissingNode()).isTrue();
        assertThat(row(officer, "paused").isMissingNode()).isTrue();
    }

    @Test
    void theListStandsInTheOrderAskedFor() throws Exception {
        office.underReview(office.parent());

        var created = rows(officer, "sort=created").findValuesAsText("createdAt").stream()
                .map(Instant::parse)
                .toList();
        assertThat(created).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows(officer, "sort=nonsense").size()).isEqualTo(created.size());
    }

    @Test
    void aTaskIsUnreadUntilItsPageWasOpenAndSaysWhoElseReadsIt() throws Exception {
        assertThat(row(colleague, "all").path("unread").asBoolean()).isTrue();

        assertThat(office.json(send(colleague, "presence", Map.of()))).isEmpty();

        assertThat(row(colleague, "all").path("unread").asBoolean()).isFalse();
        assertThat(row(other, "all").path("unread").asBoolean()).isTrue();
        assertThat(office.json(send(officer, "presence", Map.of())).findValuesAsText("name"))
                .containsExactly(colleague.name());
        clock.advance(Duration.ofSeconds(46));
        assertThat(office.json(send(officer, "presence", Map.of()))).isEmpty();
        send(office.officer(Role.APPROVER, "police"), "presence", Map.of()).andExpect(status().isNotFound());
    }

    @Test
    void aViewIsKeptAndSharedWithinTheUnit() throws Exception {
        var kept = office.json(office.send(officer, "/api/tasks/views", view("红灯的", true)));
        var id = kept.path("id").asLong();
        assertThat(kept.path("query").path("light").asText()).isEqualTo("RED");
        office.send(officer, "/api/tasks/views", view("红灯的", true)).andExpect(status().isConflict());
        office.send(officer, "/api/tasks/views", view(" ", true))
                .andExpect(jsonPath("$.field").value("name"));
        office.send(officer, "/api/tasks/views", Map.of("name", "x", "query", Map.of(), "columns", List.of("idNo")))
                .andExpect(jsonPath("$.field").value("columns"));

        assertThat(names(colleague)).contains("红灯的");
        assertThat(names(office.officer(Role.APPROVER, "police"))).doesNotContain("红灯的");
        web.perform(put("/api/tasks/views/" + id)
                        .with(as(colleague))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(view("我的", true))))
                .andExpect(status().isNotFound());
        web.perform(put("/api/tasks/views/" + id)
                        .with(as(officer))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(view("自用", false))))
                .andExpect(status().isOk());
        assertThat(names(colleague)).doesNotContain("红灯的", "自用");
        web.perform(delete("/api/tasks/views/" + id).with(as(colleague))).andExpect(status().isNotFound());
        web.perform(delete("/api/tasks/views/" + id).with(as(officer))).andExpect(status().isNoContent());
        assertThat(names(officer)).isEmpty();
    }

    @Test
    void anOpenListHearsOfChangesInItsOwnUnitOnly() throws Exception {
        var mine = follow(officer);
        var others = follow(office.officer(Role.APPROVER, "police"));

        send(officer, "unclaim", Map.of()).andExpect(status().isNoContent());

        Awaitility.await()
                .untilAsserted(() -> assertThat(mine.getContentAsString()).contains("event:changed"));
        assertThat(others.getContentAsString()).contains("event:ready").doesNotContain("event:changed");
    }

    @Test
    void theClockIsForecastWithoutBeingTouched() throws Exception {
        var before = cases.get(file.caseNo());
        var path = "/api/tasks/" + task + "/clock-preview?change=EXTENSION";

        var forecast = office.read(officer, path + "&days=5");

        assertThat(forecast.path("most").asInt()).isEqualTo(10);
        var yellow = forecast.path("lights").path(1);
        assertThat(Instant.parse(yellow.path("before").asText())).isEqualTo(before.yellowAt());
        assertThat(Instant.parse(yellow.path("after").asText())).isAfter(before.yellowAt());
        assertThat(cases.get(file.caseNo()).yellowAt()).isEqualTo(before.yellowAt());
        assertThat(office.read(
                                officer,
                                path + "&until=" + forecast.path("until").asText())
                        .path("days")
                        .asInt())
                .isEqualTo(5);
        assertThat(office.read(officer, path + "&days=11").path("field").asText())
                .isEqualTo("days");
        assertThat(office.read(officer, path + "&until=2020-01-01")
                        .path("field")
                        .asText())
                .isEqualTo("days");

        send(officer, "completion", Map.of("outcome", "extension", "days", 5, "opinion", "情况复杂"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        var head = office.officer(Role.HEAD, "health");
        office.answer(head, office.task(head, file.caseNo()), Map.of("outcome", "approve"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(cases.get(file.caseNo()).yellowAt())
                .as("as it was forecast")
                .isEqualTo(Instant.parse(yellow.path("after").asText()));
    }

    @Test
    void theProcessIsDrawnAsFarAsItCame() throws Exception {
        var drawn = office.read(officer, "/api/tasks/" + task + "/diagram");

        assertThat(drawn.path("xml").asText()).contains("bpmndi:BPMNDiagram");
        assertThat(drawn.path("current").toString()).contains("departmentReview");
        assertThat(drawn.path("passed").toString()).contains("acceptCase").doesNotContain("decideCase");
    }

    private MockHttpServletResponse follow(Account who) throws Exception {
        return web.perform(get("/api/tasks/events").with(as(who)))
                .andExpect(request().asyncStarted())
                .andReturn()
                .getResponse();
    }

    private List<String> names(Account who) throws Exception {
        return office.read(who, "/api/tasks/views").findValuesAsText("name");
    }

    private static Map<String, Object> view(String name, boolean shared) {
        return Map.of(
                "name",
                name,
                "query",
                Map.of("view", "all", "light", "RED"),
                "columns",
                List.of("person", "due"),
                "shared",
                shared);
    }
}
