package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import io.onevisit.engine.Alarms;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars published and changed by analysts; what running clocks make of it. */
@PlatformTest
class CalendarChangesTest {

    private static final String SOURCE = "\"source\": \"国务院办公厅通知（示例）\"";

    @Autowired
    MockMvc mvc;

    @Autowired
    Clocks clocks;

    @Autowired
    CalendarStore calendars;

    @Autowired
    Alarms alarms;

    @Autowired
    Processes processes;

    @Autowired
    Deployments deployments;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Account analyst;

    @BeforeEach
    void thursday() {
        time.setTo(at("2026-03-12T12:00"));
    }

    @AfterEach
    void back() {
        time.reset();
        sql.sql("delete from clock where department = 'crowd-460000'").update();
    }

    @Test
    void aChangedYearMovesRunningClocksOnlyAfterPreviewAndConfirmation() throws Exception {
        region("460000");
        var model = new ClassPathResource("deadlines/watched-case.bpmn").getContentAsByteArray();
        deployments.deploy("watched-case", null, Map.of("watched-case.bpmn", model));
        var no = "4601002026031200000017";
        clocks.start(no, terms("460100"), at("2026-03-12T10:00"));
        processes.start("watched-case", no, null, Map.of());
        crowd("460000", 10_000);

        publish("460000", "{\"year\": 2026, \"published\": true, %s, \"off\": [\"2026-03-16\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.recounted").value(0));
        assertThat(due(no)).as("nothing moves by itself").isEqualTo(at("2026-03-19T10:00"));

        var preview = asked(post("/api/studio/calendars/460000/rebase"), "{\"reason\": \"3 月 16 日临时放假\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.clocks").value(10_001))
                .andExpect(jsonPath("$.moved").value(10_001))
                .andExpect(jsonPath("$.changes.length()").value(200))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(due(no)).as("a preview changes nothing").isEqualTo(at("2026-03-19T10:00"));

        var token = JsonPath.<String>read(preview, "$.token");
        asked(post("/api/studio/calendars/460000/rebase/" + token), "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.moved").value(10_001));

        assertThat(due(no)).isEqualTo(at("2026-03-20T10:00"));
        assertThat(alarms.pending(no).orElseThrow().due()).isEqualTo(at("2026-03-17T10:00"));
        assertThat(clocks.face(no, at("2026-03-12T13:00")).entries())
                .extracting(Clocks.Entry::kind)
                .containsExactly("STARTED", "CALENDAR_REBASED");
        assertThat(count(
                        "select count(*) from clock where department = 'crowd-460000' and yellow_at = ?",
                        "2026-03-20T10:00"))
                .isEqualTo(10_000);
        assertThat(sql.sql("select count(*) from calendar_change where token = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_001);
        asked(post("/api/studio/calendars/460000/rebase/" + token), "{}")
                .andExpect(jsonPath("$.clocks").value(0));
    }

    @Test
    void whoPublishedAndWhoRebasedIsKeptWithTimeAndWhatMoved() throws Exception {
        region("620000");
        var no = "6201002026031200000017";
        clocks.start(no, terms("620100"), at("2026-03-12T10:00"));
        publish("620000", "{\"year\": 2026, \"published\": true, %s, \"off\": [\"2026-03-16\"]}")
                .andExpect(status().isOk());
        var publisher = analyst;
        time.setTo(at("2026-03-13T09:30"));
        var other = new People(sql).officer(Role.ANALYST, null, "620000");
        var preview = asked(post("/api/studio/calendars/620000/rebase"), "{\"reason\": \"临时放假\"}")
                .andReturn()
                .getResponse()
                .getContentAsString();
        var token = JsonPath.<String>read(preview, "$.token");
        analyst = other;
        asked(post("/api/studio/calendars/620000/rebase/" + token), "{}").andExpect(status().isOk());

        mvc.perform(get("/api/studio/calendars/620000/history").with(People.as(analyst)))
                .andExpect(jsonPath("$.publications.length()").value(2))
                .andExpect(jsonPath("$.publications[0].edition").value(2))
                .andExpect(jsonPath("$.publications[0].who").value(publisher.name()))
                .andExpect(jsonPath("$.publications[0].at").value("2026-03-12T04:00:00Z"))
                .andExpect(jsonPath("$.publications[0].year").value(2026))
                .andExpect(jsonPath("$.publications[1].who").value("平台"))
                .andExpect(jsonPath("$.rebases[0].askedBy").value(publisher.name()))
                .andExpect(jsonPath("$.rebases[0].confirmedBy").value(other.name()))
                .andExpect(jsonPath("$.rebases[0].confirmedAt").value("2026-03-13T01:30:00Z"))
                .andExpect(jsonPath("$.rebases[0].reason").value("临时放假"))
                .andExpect(jsonPath("$.rebases[0].doneClocks").value(1))
                .andExpect(jsonPath("$.rebases[0].doneMoved").value(1));
        mvc.perform(get("/api/studio/calendars/620000/rebase/" + token + "/moves")
                        .with(People.as(analyst)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].no").value(no))
                .andExpect(jsonPath("$.items[0].dueWas").value("2026-03-19T02:00:00Z"))
                .andExpect(jsonPath("$.items[0].dueIs").value("2026-03-20T02:00:00Z"));
        mvc.perform(get("/api/studio/calendars/620000/history")
                        .with(People.as(new People(sql).officer(Role.ANALYST, null, "610000"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoEditsAYearThatSomebodyElseHasChangedMeanwhileLearnsOfIt() throws Exception {
        region("610000");
        var plan = "{\"year\": 2026, \"published\": true, %s, \"off\": [\"2026-03-16\"]}";
        publish("610000", plan).andExpect(status().isOk());
        var first = analyst;
        analyst = new People(sql).officer(Role.ANALYST, null, "610000");

        var mine = plan.replace("03-16", "03-17").formatted(SOURCE);
        asked(put("/api/studio/calendars/610000/years/2026?basedOn=1"), mine)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("calendar-changed"))
                .andExpect(jsonPath("$.detail").value(containsString(first.name() + " 于 2026-03-12 12:00")));
        asked(put("/api/studio/calendars/610000/years/2027?basedOn=1"), mine.replace("2026", "2027"))
                .andExpect(status().isOk());
        asked(put("/api/studio/calendars/610000/years/2026?basedOn=2"), mine).andExpect(status().isOk());
    }

    @Test
    void aPreviewIsOutdatedOnceTheCalendarChangesAgain() throws Exception {
        region("640000");
        var preview = asked(post("/api/studio/calendars/640000/rebase"), "{\"reason\": \"调整\"}")
                .andReturn()
                .getResponse()
                .getContentAsString();
        publish("640000", "{\"year\": 2026, \"published\": true, %s, \"off\": [\"2026-03-17\"]}");

        asked(post("/api/studio/calendars/640000/rebase/" + JsonPath.read(preview, "$.token")), "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("rebase-outdated"));
        asked(post("/api/studio/calendars/640000/rebase/none"), "{}").andExpect(status().isNotFound());
        asked(post("/api/studio/calendars/640000/rebase"), "{}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
    }

    @Test
    void publishingTheNextYearRecountsEveryKindThatCountedIt() throws Exception {
        region("540000");
        time.setTo(at("2026-12-29T12:00"));
        var reaches = Clocks.Key.of("5401002026122900000018", ClockKind.DEFERRED_MATERIAL);
        clocks.start(reaches, terms("540100"), at("2026-12-29T10:00"));
        var before = Clocks.Key.of("5401002026122900000029", ClockKind.COMMITMENT);
        clocks.start(
                before,
                new Clocks.Terms(1, 0, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "540100", "x"),
                at("2026-12-29T10:00"));

        publish("540000", "{\"year\": 2027, \"published\": true, %s, \"off\": [\"2027-01-01\", \"2027-01-04\"]}")
                .andExpect(jsonPath("$.recounted").value(1))
                .andExpect(jsonPath("$.moved").value(1));

        var face = clocks.face(reaches, at("2026-12-30T10:00"));
        assertThat(face.provisional()).isFalse();
        assertThat(face.promisedDueAt()).isEqualTo(at("2027-01-07T10:00"));
    }

    @Test
    void theSameHolidayTwiceAndASundayOffCountOnce() throws Exception {
        region("650000");
        publish(
                        "650000",
                        "{\"year\": 2026, \"published\": true, %s, \"off\": [\"2026-03-15\", \"2026-03-15\", \"2026-03-14..2026-03-16\"]}")
                .andExpect(status().isOk());
        var calendar = new WorkingCalendar("650000", 2, calendars.years(new CalendarStore.Key("650000", 2)));

        assertThat(calendar.daysOff(LocalDate.parse("2026-03-13"), LocalDate.parse("2026-03-17")))
                .hasSize(3);
        mvc.perform(get("/api/studio/calendars/650000").with(People.as(analyst)))
                .andExpect(jsonPath("$.edition").value(2))
                .andExpect(jsonPath("$.years[0].off.length()").value(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2026-03-20..2026-03-16']} | 早于开始日",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2026-02-30']}             | 不是日期",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2026-12-31..2027-01-01']} | 跨了年度",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2026-01-01..+999999999-12-31']} | 跨了年度",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['1899-01-01']}             | 不属于 2026 年",
                "2026 | {'year': 2026, 'published': true, S, 'work': ['2026-3-14']}             | 不是日期",
                "2026 | {'year': 2026, 'published': true, S, 'hours': ['nine-five']}            | 办公时间应写作",
                "2026 | {'year': 2026, 'published': true, S, 'hours': []}                       | 没有办公时间",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2027-03-16']}             | 不属于 2026 年",
                "2026 | {'year': 2026, 'published': true, S, 'off': ['2026-03-14'], 'work': ['2026-03-14']} | 既放假又上班",
                "2026 | {'year': 2026, 'published': true, S, 'hours': ['09:00-12:00', '11:00-17:00']} | 重叠",
                "2026 | {'year': 2026, 'published': true, S, 'hours': ['17:00-09:00']}          | 办公时间有误",
                "2026 | {'year': 2027, 'published': true, S}                                    | 应为 2026 年",
                "2026 | {'year': 2026, 'published': true}                                       | 通知",
                "2029 | {'year': 2029, 'published': true, S}                                    | 缺少 2028 年",
                "1899 | {'year': 1899, 'published': true, S}                                    | 1900 年至 2200 年",
                "2201 | {'year': 2201, 'published': true, S}                                    | 1900 年至 2200 年",
            })
    void aPlanThatCannotBeIsRefusedWithASentence(int year, String plan, String sentence) throws Exception {
        region("630000");
        asked(
                        put("/api/studio/calendars/630000/years/" + year),
                        plan.replace('\'', '"').replace("S,", SOURCE + ",").replace("S}", SOURCE + "}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString(sentence)));
    }

    @Test
    void nobodyChangesAnotherRegionsCalendar() throws Exception {
        var city = new People(sql).officer(Role.ANALYST, null, "430100");
        mvc.perform(get("/api/studio/calendars/430000").with(People.as(city))).andExpect(status().isForbidden());
        mvc.perform(get("/api/studio/calendars/430100").with(People.as(city)))
                .andExpect(jsonPath("$.of").value("430000"));
        mvc.perform(get("/api/studio/calendars/430000").with(People.as(new People(sql).citizen())))
                .andExpect(status().isForbidden());
    }

    private ResultActions publish(String region, String plan) throws Exception {
        var year = plan.replaceAll("(?s).*\"year\": (\\d+).*", "$1");
        return asked(put("/api/studio/calendars/" + region + "/years/" + year), plan.formatted(SOURCE));
    }

    private ResultActions asked(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(People.as(analyst))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private void region(String region) {
        analyst = new People(sql).officer(Role.ANALYST, null, region);
        transaction.executeWithoutResult(
                status -> calendars.insertFirst(region, List.of(year(2026, true), year(2027, false))));
    }

    /** Clocks like the one started before, as many as a province has in a busy week. */
    private void crowd(String region, int size) {
        sql.sql(
                        """
                        insert into clock select '46010020260312' || (20000000 + n), kind, month, 'crowd-' || :region, region,
                            promised, statutory, unit, counting_rule, calendar_region, calendar_edition, thresholds,
                            thresholds_version, started_at, blue_at, yellow_at, red_at, finished_at, stopped, provisional, raised,
                            number, due_at, called_off
                        from clock, generate_series(1, :size) n where case_no = '4601002026031200000017'""")
                .param("region", region)
                .param("size", size)
                .update();
        sql.sql(
                        """
                        insert into clock_entry (month, case_no, kind, line, act, at)
                        select month, case_no, kind, 1, 'STARTED', started_at from clock where department = 'crowd-' || :region""")
                .param("region", region)
                .update();
    }

    private static YearPlan year(int year, boolean published) {
        return new YearPlan(year, published, "示例", List.of(Hours.parse("09:00-17:00")), Set.of(), Set.of(), Map.of());
    }

    private static Clocks.Terms terms(String region) {
        return new Clocks.Terms(5, 6, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, "calendar-changes");
    }

    private Instant due(String no) {
        return clocks.face(no, at("2026-03-12T13:00")).promisedDueAt();
    }

    private int count(String select, String at) {
        return sql.sql(select)
                .param(Timestamp.from(at(at)))
                .query(Integer.class)
                .single();
    }
}
