package io.onevisit.distribution;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** When a department's units work, who says so, and what distribution makes of it. */
@PlatformTest
class UnitHoursTest {

    private static final String DEPARTMENT = "tobacco";
    private static final Map<String, String> WEEK = Map.of(
            "MONDAY", "09:00-12:00、13:30-17:00",
            "TUESDAY", "9:00-12:00",
            "WEDNESDAY", "09:00-17:00",
            "SATURDAY", "09:00-12:00");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    UnitHours hours;

    @Autowired
    Units units;

    @Autowired
    MutableClock time;

    private People people;
    private Account head;

    @BeforeEach
    void aDepartmentInTwoCountiesOfOneCity() {
        people = new People(sql);
        sql.sql("delete from unit_hours where department = ?").param(DEPARTMENT).update();
        people.officer(Role.APPROVER, DEPARTMENT, "430921");
        people.officer(Role.APPROVER, DEPARTMENT, "430922");
        head = people.officer(Role.HEAD, DEPARTMENT, "430900");
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, true, Monday morning",
        "2026-03-02T12:00, false, lunch",
        "2026-03-02T13:30, true, Monday afternoon",
        "2026-03-02T17:00, false, the end of Monday",
        "2026-03-03T14:00, false, Tuesday afternoon has no hours",
        "2026-03-05T10:00, false, Thursday has none at all",
        "2026-03-07T10:00, true, Saturday is open",
        "2026-02-28T14:00, true, a Saturday worked in exchange has the calendar's hours",
        "2026-02-18T10:00, false, a Wednesday in the Spring Festival",
        "2026-02-21T10:00, false, a Saturday in the Spring Festival"
    })
    void aUnitWorksInItsHoursButNeverOnAHoliday(LocalDateTime at, boolean open, String why) throws Exception {
        keep(head, "430921", 0, WEEK).andExpect(status().isOk());
        time.setTo(at.toInstant(ZoneOffset.ofHours(8)));

        assertThat(hours.open(DEPARTMENT, "430921")).as(why).isEqualTo(open);
    }

    @Test
    void withoutHoursOfItsOwnAUnitHasThoseAboveAndElseTheCalendars() throws Exception {
        time.setTo(LocalDateTime.of(2026, 3, 3, 14, 0).toInstant(ZoneOffset.ofHours(8)));
        assertThat(hours.open(DEPARTMENT, "430921")).as("the calendar's").isTrue();

        keep(head, "430900", 0, WEEK).andExpect(status().isOk());
        assertThat(hours.open(DEPARTMENT, "430921")).as("the city's").isFalse();
        assertThat(hours.open(DEPARTMENT, "430202")).as("of another city").isTrue();

        keep(head, "430921", 0, Map.of("TUESDAY", "09:00-18:00")).andExpect(status().isOk());
        assertThat(hours.open(DEPARTMENT, "430921")).as("its own").isTrue();
        keep(head, "430921", 1, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.units[?(@.region=='430921')].from").value("益阳市烟草专卖局"));
        assertThat(hours.open(DEPARTMENT, "430921")).as("the city's again").isFalse();
    }

    @Test
    void theNextCaseGoesToAUnitThatWorksNow() throws Exception {
        time.setTo(LocalDateTime.of(2026, 3, 3, 14, 0).toInstant(ZoneOffset.ofHours(8)));
        assertThat(units.leastLoaded(DEPARTMENT, "430921")).isEqualTo("430921");

        keep(head, "430921", 0, WEEK).andExpect(status().isOk());

        assertThat(units.open(DEPARTMENT, "430921")).isFalse();
        assertThat(units.openElsewhere(DEPARTMENT, "430921")).isTrue();
        assertThat(units.leastLoaded(DEPARTMENT, "430921")).isEqualTo("430922");
        time.setTo(LocalDateTime.of(2026, 3, 3, 22, 0).toInstant(ZoneOffset.ofHours(8)));
        assertThat(units.openElsewhere(DEPARTMENT, "430921")).isFalse();
        assertThat(units.leastLoaded(DEPARTMENT, "430921")).isEqualTo("430921");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9点到5点             | 星期一：“9点到5点”应写作 09:00-12:00、13:00-17:00。",
                "09:00-25:00          | 星期一：“25:00”不是时间，应写作 09:00。",
                "17:00-09:00          | 星期一：“17:00-09:00”的结束时间应晚于开始时间。",
                "09:00-12:00、11:00-17:00 | 星期一：“09:00-12:00、11:00-17:00”的时间段重叠或者顺序有误。",
                "''                   | 请至少填写一天的办公时间；不再另行规定的，请恢复为上级的办公时间。"
            })
    void whatIsNoTimeIsRefusedWithTheDay(String text, String sentence) throws Exception {
        keep(head, "430921", 0, Map.of("MONDAY", text))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("MONDAY"))
                .andExpect(jsonPath("$.detail").value(sentence));
    }

    @Test
    void whoMaySayItAndWhoseHoursOneSees() throws Exception {
        keep(people.officer(Role.HEAD, "tax", "430900"), "430921", 0, WEEK).andExpect(status().isNotFound());
        keep(people.officer(Role.HEAD, DEPARTMENT, "430200"), "430921", 0, WEEK).andExpect(status().isNotFound());
        keep(people.officer(Role.OPERATOR, null, "430000"), "430921", 0, WEEK).andExpect(status().isForbidden());
        keep(people.officer(Role.APPROVER, DEPARTMENT, "430921"), "430921", 0, WEEK)
                .andExpect(status().isForbidden());
        keep(people.officer(Role.SUPERVISOR, null, "430900"), "430921", 0, WEEK).andExpect(status().isOk());
        keep(head, "430921", 0, WEEK)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("hours-outdated"));

        web.perform(get("/api/distribution/hours?department=tax").with(as(head)))
                .andExpect(jsonPath("$.department").value(DEPARTMENT))
                .andExpect(
                        jsonPath("$.units[?(@.region=='430921')].week.TUESDAY").value("09:00-12:00"))
                .andExpect(jsonPath("$.units[?(@.region=='430921')].own").value(true));
    }

    private ResultActions keep(Account person, String region, int edition, Map<String, String> week) throws Exception {
        var body = new HashMap<String, Object>(Map.of("edition", edition));
        body.put("week", week);
        return web.perform(put("/api/distribution/hours/" + DEPARTMENT + "/" + region)
                .with(as(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }
}
