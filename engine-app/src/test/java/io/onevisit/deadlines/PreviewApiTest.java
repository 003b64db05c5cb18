package io.onevisit.deadlines;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformTest
class PreviewApiTest {

    private static final String EXAMPLE =
            """
            {"kind":"CASE","start":"2026-02-12T10:00:00+08:00","promised":7,"statutory":10,"unit":"WORKING_DAY",
             "rule":"EXACT_TIME","region":"430000",
             "events":[{"type":"SPECIAL_PROCEDURE","at":"2026-02-13T09:00:00+08:00","days":3}],
             "at":"2026-02-27T10:00:01+08:00"}""";

    @Autowired
    MockMvc http;

    @Test
    void anybodyCanAskAndGetsChineseTime() throws Exception {
        ask(EXAMPLE)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blueAt").value("2026-02-28T10:00:00+08:00"))
                .andExpect(jsonPath("$.yellowAt").value("2026-03-04T10:00:00+08:00"))
                .andExpect(jsonPath("$.redAt").value("2026-03-09T10:00:00+08:00"))
                .andExpect(jsonPath("$.light").value("NONE"))
                .andExpect(jsonPath("$.elapsedDays").value(4))
                .andExpect(jsonPath("$.remainingDays").value(3))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.skipped", hasItem("2026-02-17")));
    }

    @Test
    void aCityWithoutItsOwnCalendarUsesTheProvinces() throws Exception {
        ask(EXAMPLE.replace("\"430000\"", "\"430102\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blueAt").value("2026-02-28T10:00:00+08:00"));
    }

    @Test
    void aYearWithoutANoticeIsMarked() throws Exception {
        ask("""
            {"kind":"CASE","start":"2026-12-22T10:00:00+08:00","promised":7,"statutory":10,"unit":"WORKING_DAY",
             "rule":"EXACT_TIME","region":"430000","at":"2026-12-23T10:00:00+08:00"}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @Test
    void withoutAnInstantTheAnswerIsForNow() throws Exception {
        ask("""
            {"kind":"CASE","start":"2026-02-12T10:00:00+08:00","promised":7,"statutory":10,"unit":"WORKING_DAY",
             "rule":"EXACT_TIME","region":"430000"}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.light").value("RED"));
    }

    @Test
    void licensesHaveNoBlueAndNoRedLightAndThreeDays() throws Exception {
        ask("""
            {"kind":"LICENSE_ISSUE","start":"2026-03-02T10:00:00+08:00","unit":"WORKING_DAY","rule":"EXACT_TIME",
             "region":"430000","at":"2026-03-05T10:00:01+08:00"}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blueAt").value(nullValue()))
                .andExpect(jsonPath("$.yellowAt").value("2026-03-05T10:00:00+08:00"))
                .andExpect(jsonPath("$.redAt").value(nullValue()))
                .andExpect(jsonPath("$.light").value("YELLOW"));
    }

    @ParameterizedTest
    @CsvSource({
        // kind, promised, blue, yellow, red: the lights of the decision table as published
        "SPECIAL_PROCEDURE,    6, 05, 10, 11",
        "CONSULTATION,         6, 05, 10, 11",
        "COMPLAINT,            6, 05, 10, 11",
        "ONLINE_PREACCEPTANCE, 2, 04, 09, 11",
    })
    void theOtherKindsFollowTheirRules(String kind, int promised, String blue, String yellow, String red)
            throws Exception {
        ask("""
            {"kind":"%s","start":"2026-03-02T10:00:00+08:00","promised":%d,"unit":"WORKING_DAY","rule":"EXACT_TIME",
             "region":"430000"}"""
                        .formatted(kind, promised))
                .andExpect(jsonPath("$.blueAt").value("2026-03-" + blue + "T10:00:00+08:00"))
                .andExpect(jsonPath("$.yellowAt").value("2026-03-" + yellow + "T10:00:00+08:00"))
                .andExpect(jsonPath("$.redAt").value("2026-03-" + red + "T10:00:00+08:00"));
    }

    @Test
    void severalEventsAreAppliedInTheOrderOfTheirTimes() throws Exception {
        ask("""
            {"kind":"CASE","start":"2026-03-02T10:00:00+08:00","promised":7,"statutory":10,"unit":"WORKING_DAY",
             "rule":"EXACT_TIME","region":"430000","at":"2026-03-30T10:00:00+08:00","events":[
                {"type":"FINISHED","at":"2026-03-27T10:00:00+08:00"},
                {"type":"RESUMED","at":"2026-03-16T10:00:00+08:00"},
                {"type":"STOPPED","at":"2026-03-13T10:00:00+08:00"},
                {"type":"EXTENSION","at":"2026-03-04T10:00:00+08:00","days":2},
                {"type":"SPECIAL_PROCEDURE","at":"2026-03-03T10:00:00+08:00","days":5,"endedAt":"2026-03-05T10:00:00+08:00"},
                {"type":"SPECIAL_PROCEDURE","at":"2026-03-06T10:00:00+08:00","days":1},
                {"type":"SPECIAL_PROCEDURE","at":"2026-03-10T10:00:00+08:00","days":1}]}""")
                .andExpect(status().isOk())
                // 9 days of limit, 2 + 1 + 1 of special procedures, 1 stopped: 14 working days after March 2
                .andExpect(jsonPath("$.yellowAt").value("2026-03-20T10:00:00+08:00"))
                .andExpect(jsonPath("$.light").value("RED"))
                .andExpect(jsonPath("$.elapsedDays").value(14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"CASE\"              | \"kind\":\"CAKE\"             | kind",
                "\"kind\":\"CASE\",             | ''                            | kind",
                "2026-02-12T10:00:00+08:00      | gestern                       | start",
                "2026-02-12T10:00:00+08:00      | 2019-02-12T10:00:00+08:00     | start",
                "\"promised\":7                 | \"promised\":-1               | promised",
                "\"promised\":7                 | \"promised\":\"7\"            | promised",
                "\"promised\":7,                | ''                            | promised",
                "\"statutory\":10               | \"statutory\":6               | statutory",
                "\"statutory\":10               | \"statutory\":3000            | statutory",
                "\"statutory\":10,              | ''                            | statutory",
                "WORKING_DAY                    | WEEK                          | unit",
                "EXACT_TIME                     | LATER                         | rule",
                "\"430000\"                     | \"110000\"                    | region",
                "\"430000\"                     | \"here\"                      | region",
                "\"SPECIAL_PROCEDURE\"          | \"NAP\"                       | events[0].type",
                "\"days\":3                     | \"days\":0                    | events[0].days",
                "2026-02-13T09:00:00            | 2026-02-11T09:00:00           | events[0].at",
                "2026-02-13T09:00:00            | 2035-02-11T09:00:00           | events[0].at",
                "\"days\":3                     | \"days\":3,\"endedAt\":\"2026-02-12T11:00:00+08:00\" | events[0].endedAt",
                "\"type\":\"SPECIAL_PROCEDURE\" | \"type\":\"RESUMED\"          | events[0].at",
                "2026-02-27T10:00:01+08:00      | 2040-02-27T10:00:01+08:00     | at",
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) throws Exception {
        ask(EXAMPLE.replace(right, wrong == null ? "" : wrong))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void aYearOutsideTheDataIsSaidInChinese() throws Exception {
        ask(EXAMPLE.replace("2026-02-12T10", "2023-02-12T10"))
                .andExpect(jsonPath("$.code").value("calendar-missing"))
                .andExpect(jsonPath("$.detail", containsString("没有 2023 年的工作日历")));
    }

    private ResultActions ask(String question) throws Exception {
        return http.perform(post("/api/deadlines/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .content(question));
    }
}
