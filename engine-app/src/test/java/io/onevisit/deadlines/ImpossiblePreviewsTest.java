package io.onevisit.deadlines;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a preview makes of dates, limits and special procedures that cannot be: a sentence that names the field. */
@PlatformTest
class ImpossiblePreviewsTest {

    private static final String PROCEDURE = "{'type':'SPECIAL_PROCEDURE','at':'2026-03-04T10:00:00+08:00','days':3}";

    @Autowired
    MockMvc http;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start     | 1899-12-31T23:59:59+08:00 | start",
                "start     | 2201-01-01T00:00:00+08:00 | start",
                "start     | 0001-01-01T00:00:00+08:00 | start",
                "at        | 1850-03-02T10:00:00+08:00 | at",
                "at        | 9999-03-02T10:00:00+08:00 | at",
                "event     | 1899-03-02T10:00:00+08:00 | events[0].at",
                "event     | 2201-03-02T10:00:00+08:00 | events[0].at",
                "event end | 2201-03-02T10:00:00+08:00 | events[0].endedAt",
            })
    void datesBefore1900AndAfter2200AreRefused(String where, String when, String field) throws Exception {
        var question =
                switch (where) {
                    case "start" -> question(when, 7, 10, "", "2026-03-05T10:00:00+08:00");
                    case "at" -> question("2026-03-02T10:00:00+08:00", 7, 10, "", when);
                    case "event" -> asked(7, 10, PROCEDURE.replace("2026-03-04T10:00:00+08:00", when));
                    default -> asked(7, 10, PROCEDURE.replace("3}", "3,'endedAt':'" + when + "'}"));
                };
        refused(question, field, "应在 1900 年至 2200 年之间");
    }

    @ParameterizedTest
    @CsvSource({"1900, 1900", "2023, 2023", "2200, 2200"})
    void aYearWithoutACalendarIsNamed(int start, int missing) throws Exception {
        ask(question(start + "-03-02T10:00:00+08:00", 7, 10, "", "2026-03-05T10:00:00+08:00"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("calendar-missing"))
                .andExpect(jsonPath("$.year").value(missing))
                .andExpect(jsonPath("$.detail", containsString("没有 " + missing + " 年的工作日历")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORKING_DAY", "CALENDAR_DAY", "HOUR"})
    void aLimitOfZeroIsDueWhenItStarts(String unit) throws Exception {
        ask(asked(0, 0, "").replace("WORKING_DAY", unit))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2026-03-02T10:00:00+08:00"))
                .andExpect(jsonPath("$.yellowAt").value("2026-03-02T10:00:00+08:00"))
                .andExpect(jsonPath("$.light").value("RED"));
    }

    @Test
    void limitsOfTenThousandDaysAreRefused() throws Exception {
        refused(asked(10_000, 10_000, ""), "promised", "应为 0 至 3650 的整数");
        refused(asked(7, 10_000, ""), "statutory", "应为 0 至 3650 的整数");
        refused(asked(7, 10, PROCEDURE.replace("3}", "10000}")), "events[0].days", "应为 1 至 3650 的整数");
        refused(asked(7, 10, PROCEDURE.replace("3}", "0}")), "events[0].days", "应为 1 至 3650 的整数");
    }

    @Test
    void theLongestLimitSaysWhichYearIsMissingWhereWorkingDaysCount() throws Exception {
        ask(asked(3650, 3650, ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("calendar-missing"))
                .andExpect(jsonPath("$.field").value("statutory"));
        ask(asked(3650, 3650, "").replace("WORKING_DAY", "CALENDAR_DAY"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2036-02-28T10:00:00+08:00"));
    }

    @Test
    void aSpecialProcedureDoesNotEndBeforeItStarts() throws Exception {
        var events = PROCEDURE.replace("3}", "3,'endedAt':'2026-03-04T09:59:59+08:00'}");
        refused(asked(7, 10, events), "events[0].endedAt", "不能早于特别程序开始时间");
    }

    @Test
    void aSpecialProcedureThatEndsAsItStartsMovesNothing() throws Exception {
        var events = PROCEDURE.replace("3}", "3,'endedAt':'2026-03-04T10:00:00+08:00'}");
        ask(asked(7, 10, events))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2026-03-11T10:00:00+08:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3}", "3,'endedAt':'2026-03-06T10:00:00+08:00'}"})
    void specialProceduresThatOverlapAreRefused(String end) throws Exception {
        var second = PROCEDURE.replace("2026-03-04", "2026-03-05");
        refused(asked(7, 10, PROCEDURE.replace("3}", end) + "," + second), "events[1].at", "已有特别程序尚未结束");
    }

    @Test
    void aCodeOfAnAbolishedCountyCountsAsItsCityDoes() throws Exception {
        ask(asked(7, 10, "").replace("430000", "430122"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2026-03-11T10:00:00+08:00"));
        refused(asked(7, 10, "").replace("430000", "999999"), "region", "没有地区 999999 的工作日历");
    }

    private static String asked(int promised, int statutory, String events) {
        return question("2026-03-02T10:00:00+08:00", promised, statutory, events, "2026-03-05T10:00:00+08:00");
    }

    private static String question(String start, int promised, int statutory, String events, String at) {
        return """
            {'kind':'CASE','start':'%s','promised':%d,'statutory':%d,'unit':'WORKING_DAY','rule':'EXACT_TIME',
             'region':'430000','events':[%s],'at':'%s'}"""
                .formatted(start, promised, statutory, events, at);
    }

    private void refused(String question, String field, String sentence) throws Exception {
        ask(question)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail", containsString(sentence)))
                .andExpect(jsonPath("$.detail", not(containsString("。。"))));
    }

    private ResultActions ask(String question) throws Exception {
        return http.perform(post("/api/deadlines/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .content(question.replace('\'', '"')));
    }
}
