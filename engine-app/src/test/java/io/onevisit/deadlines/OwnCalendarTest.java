package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A prefecture that had the province's calendar gets its first own one; nobody else's tests are there. */
@PlatformTest
class OwnCalendarTest {

    private static final String FESTIVAL =
            """
            {"year": 2026, "published": true, "source": "州庆放假（示例）", "off": ["2026-09-21"], "names": {"2026-09-21": "州庆"}}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Account analyst;

    @BeforeEach
    void september() {
        time.setTo(at("2026-09-18T12:00"));
        analyst = new People(sql).officer(Role.ANALYST, null, "433100");
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theFirstOwnCalendarBeginsAsACopyAndMovesClocksOnlyAfterConfirmation() throws Exception {
        var here = started("4331002026091800000017", "433101");
        var elsewhere = started("4302002026091800000018", "430200");
        read().andExpect(jsonPath("$.of").value("430000"))
                .andExpect(jsonPath("$.years[0].year").value(2024));

        send(put("/api/studio/calendars/433100/years/2026"), FESTIVAL)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(2))
                .andExpect(jsonPath("$.recounted").value(0));

        read().andExpect(jsonPath("$.of").value("433100"))
                .andExpect(jsonPath("$.years[0].year").value(2024))
                .andExpect(jsonPath("$.years[?(@.year == 2026)].source").value("州庆放假（示例）"));
        assertThat(due(here)).as("nothing moves by itself").isEqualTo(at("2026-09-20T10:00"));
        var later = started("4331002026091800000029", "433101");
        assertThat(due(later)).as("what begins now counts by it").isEqualTo(at("2026-09-22T10:00"));

        var preview = send(post("/api/studio/calendars/433100/rebase"), "{\"reason\": \"州庆\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.clocks").value(1))
                .andExpect(jsonPath("$.moved").value(1))
                .andExpect(jsonPath("$.changes[0].no").value(here))
                .andReturn()
                .getResponse()
                .getContentAsString();
        send(post("/api/studio/calendars/433100/rebase/" + JsonPath.read(preview, "$.token")), "{}")
                .andExpect(jsonPath("$.moved").value(1));

        assertThat(due(here)).isEqualTo(at("2026-09-22T10:00"));
        assertThat(due(elsewhere)).isEqualTo(at("2026-09-20T10:00"));
        clocks.extend(Clocks.Key.ofCase(here), 1, "情况复杂", "行政许可法第四十二条", at("2026-09-18T13:00"));
        assertThat(due(here)).as("and stays with it").isEqualTo(at("2026-09-23T10:00"));
    }

    @Test
    void onlyADivisionThatExistsGetsACalendar() throws Exception {
        var province = new People(sql).officer(Role.ANALYST, null, "430000");
        for (var code : new String[] {"430122", "430199"})
            mvc.perform(put("/api/studio/calendars/" + code + "/years/2026")
                            .with(People.as(province))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(FESTIVAL))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("region"));
    }

    private String started(String no, String region) {
        var terms = new Clocks.Terms(1, 2, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, "own-calendar");
        clocks.start(no, terms, at("2026-09-18T10:00"));
        return no;
    }

    private Instant due(String no) {
        return clocks.face(no, at("2026-09-18T14:00")).promisedDueAt();
    }

    private ResultActions read() throws Exception {
        return mvc.perform(get("/api/studio/calendars/433100").with(People.as(analyst)))
                .andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(People.as(analyst))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
