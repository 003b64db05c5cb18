package io.onevisit.halls;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** 大厅设置: who watches over a region keeps its halls. */
class HallBookTest extends HallTestCase {

    private static final AtomicInteger NUMBER = new AtomicInteger(50);

    private Account keeper;
    private String code;

    @BeforeEach
    void aHallOfTheirOwn() throws Exception {
        keeper = people.officer(Role.OPERATOR, null, "430102");
        code = "430102-" + NUMBER.incrementAndGet();
        keep(Map.of()).andExpect(status().isOk());
    }

    @Test
    void aNewHallIsOpenToTicketsAndAppointmentsAtOnce() throws Exception {
        var kept = kept();
        assertThat(kept.path("changedBy").asText()).isEqualTo(keeper.name());
        assertThat(kept.path("edition").asInt()).isEqualTo(1);
        assertThat(node(web.perform(get("/api/halls/" + code)))
                        .path("hours")
                        .path("TUESDAY")
                        .asText())
                .isEqualTo("09:00-12:00");

        hall = code;
        ticket("general");
        set(clerk(), 1, "OPEN").andExpect(status().isNoContent());
        assertThat(node(web.perform(get("/api/halls/" + code + "/slots?service=general&subject=newborn")))
                        .findValuesAsText("left"))
                .contains("2");
    }

    @Test
    void hoursPlacesAndWindowsAreChanged() throws Exception {
        var more = Map.<String, Object>of(
                "edition",
                1,
                "hours",
                Map.of("WEDNESDAY", "10:00-11:00"),
                "services",
                List.of(service("general", "B", 5), service("helping", "A", 1)),
                "windows",
                List.of(window(2, List.of("general", "helping"))));
        keep(more).andExpect(status().isOk());

        assertThat(node(web.perform(get("/api/halls/" + code + "/slots?service=general&subject=newborn")))
                        .findValuesAsText("left"))
                .containsOnly("5");
        assertThat(kept().path("windows").findValuesAsText("no")).containsExactly("2");
        assertThat(kept().path("hall").path("services").findValuesAsText("letter"))
                .as("letters changed places")
                .containsExactly("B", "A");
        keep(more).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("hall-changed"));
    }

    @Test
    void whatIsInUseIsNotTakenAway() throws Exception {
        hall = code;
        ticket("general");
        keep(Map.of(
                        "edition",
                        1,
                        "services",
                        List.of(service("helping", "A", 1)),
                        "windows",
                        List.of(window(1, List.of("helping")))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("service-used"));
        set(clerk(), 1, "OPEN").andExpect(status().isNoContent());
        keep(Map.of("edition", 1, "windows", List.of(window(7, List.of("general")))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("window-open"));
    }

    @Test
    void whatIsWrongIsToldAtItsField() throws Exception {
        refused(Map.of("name", " "), "name");
        refused(Map.of("hours", Map.of("MONDAY", "九点")), "MONDAY");
        refused(Map.of("services", List.of(service("general", "A", -1))), "services");
        refused(Map.of("services", List.of(service("general", "A", 1), service("other", "A", 1))), "services");
        refused(Map.of("windows", List.of(window(1, List.of("unknown")))), "windows");
    }

    @Test
    void onlyWhoWatchesOverTheRegionKeepsItsHalls() throws Exception {
        var elsewhere = people.officer(Role.OPERATOR, null, "430200");
        ask(put("/api/hall-book/" + code), elsewhere, wanted(Map.of("edition", 1)))
                .andExpect(status().isNotFound());
        ask(put("/api/hall-book/" + code), clerk(), wanted(Map.of("edition", 1)))
                .andExpect(status().isForbidden());
        assertThat(node(web.perform(get("/api/hall-book").with(as(elsewhere)))).findValuesAsText("code"))
                .doesNotContain(code);
    }

    private void refused(Map<String, Object> more, String field) throws Exception {
        var body = new HashMap<String, Object>(Map.of("edition", 1));
        body.putAll(more);
        keep(body)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field));
    }

    private ResultActions keep(Map<String, Object> more) throws Exception {
        return ask(put("/api/hall-book/" + code), keeper, wanted(more));
    }

    private static Map<String, Object> wanted(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                "新大厅（示例）",
                "address",
                "新路 2 号（示例）",
                "phone",
                "12345",
                "hours",
                Map.of("TUESDAY", "09:00-12:00", "WEDNESDAY", "09:00-12:00"),
                "services",
                List.of(service("general", "A", 2)),
                "windows",
                List.of(window(1, List.of("general"))),
                "edition",
                0));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> service(String code, String letter, int bookable) {
        return Map.of("code", code, "name", "业务" + letter, "letter", letter, "minutes", 10, "bookable", bookable);
    }

    private static Map<String, Object> window(int no, List<String> services) {
        return Map.of("no", no, "name", "综合受理", "services", services);
    }

    private JsonNode kept() throws Exception {
        for (var one : node(web.perform(get("/api/hall-book").with(as(keeper))))) {
            if (one.path("hall").path("code").asText().equals(code)) {
                return one;
            }
        }
        throw new AssertionError("no hall " + code);
    }
}
