package io.onevisit.supervision;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Cases of June 2025 in 邵阳 and its counties; nobody else's tests are there. */
@PlatformTest
class StatisticsTest {

    private static final String CASES =
            """
            insert into case_file (month, case_no, application_no, item_code, item_edition, item_variable, item_name, department,
                region, mode, promised, statutory, unit, counting_rule, applicant_name, applicant_id, applicant_person, state, result,
                submitted_at, accepted_at, closed_at)
            select '2025-06-01', '43052120250601' || lpad(n::text, 8, '0'), 'A43052120250601' || lpad(n::text, 8, '0'),
                'stat-item-' || n % 2, 1, 'i', '统计事项', case when n % 3 = 0 then 'stat-b' else 'stat-a' end,
                case when n % 4 = 0 then '430522' else '430521' end, 'NATIVE', 7, 10, 'WORKING_DAY', 'EXACT_TIME', '测试人',
                case when n % 5 = 0 then '91430500MA4L2B3C4D' else '430521199001010014' end, n % 5 <> 0,
                case when n = 1 then 'ACCEPTANCE_REFUSED' when n = 2 then 'RETURNED' when n = 3 then 'RETURNED' when n = 4 then 'VOIDED'
                    when n = 5 then 'CLOSED' when n <= 15 then 'CLOSED' else 'UNDER_REVIEW' end,
                case when n = 5 then 'DELETED' when n between 6 and 15 then 'DONE' end,
                timestamptz '2025-06-01 09:00+08',
                case when n > 2 then timestamptz '2025-06-02 23:30+08' + n % 3 * interval '1 day' end,
                case when n <= 15 then timestamptz '2025-06-10 10:00+08' + n * interval '1 day' end
            from generate_series(1, 20) n on conflict do nothing""";

    private static final String CLOCKS =
            """
            insert into clock (case_no, kind, month, department, region, promised, statutory, unit, counting_rule, calendar_region,
                calendar_edition, thresholds, thresholds_version, started_at, yellow_at, due_at, red_at, finished_at, used_days, raised)
            select case_no, 'CASE', month, department, region, 7, 10, 'WORKING_DAY', 'EXACT_TIME', '430000', 1, '[]', 1, accepted_at,
                timestamptz '2025-06-20 10:00+08', timestamptz '2025-06-20 10:00+08', timestamptz '2025-06-25 10:00+08', closed_at, 6, 3
            from case_file where case_no like '43052120250601%' and accepted_at is not null and closed_at is not null
            on conflict do nothing""";

    private static final String CARDS =
            """
            insert into card (case_no, kind, light, department, region, item_code, due_at, raised_at, issued_at, element, message,
                basis, state, delivered_at)
            select c.case_no, 'CASE', l.light, c.department, c.region, f.item_code, timestamptz '2025-06-20 10:00+08',
                timestamptz '2025-06-20 10:00:01+08', case when l.state <> 'PENDING' then timestamptz '2025-06-20 10:00:01+08' end,
                '业务按承诺时限超时', '', '', l.state, now()
            from clock c join case_file f on f.case_no = c.case_no
            cross join (values ('BLUE', 'ISSUED'), ('YELLOW', 'REVOKED'), ('RED', 'PENDING')) l (light, state)
            where c.case_no like '43052120250601%' on conflict do nothing""";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    RollUp rollUp;

    @Autowired
    JdbcClient sql;

    private Account supervisor;

    @BeforeEach
    void june() {
        supervisor = new People(sql).officer(Role.SUPERVISOR, null, "430500");
        sql.sql(CASES).update();
        sql.sql(CLOCKS).update();
        sql.sql(CARDS).update();
        rollUp.sweep();
        rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
    }

    @Test
    void theFiguresOfAMonthAreWhatHappenedInIt() throws Exception {
        var total = table("by=DEPARTMENT").path("total").path("figures");

        assertThat(value(total, Figure.ACCEPTED)).isEqualTo(18);
        assertThat(value(total, Figure.ACCEPTED_LEGAL)).isEqualTo(4);
        assertThat(value(total, Figure.ACCEPTED_PERSON)).isEqualTo(14);
        assertThat(value(total, Figure.REFUSED)).isEqualTo(1);
        assertThat(value(total, Figure.ENDED_EARLY)).isEqualTo(1);
        assertThat(value(total, Figure.CLOSED_RETURNED)).isEqualTo(1);
        assertThat(value(total, Figure.CLOSED_VOIDED)).isEqualTo(1);
        assertThat(value(total, Figure.CLOSED_DELETED)).isEqualTo(1);
        assertThat(value(total, Figure.CLOSED_NORMAL)).isEqualTo(10);
        assertThat(value(total, Figure.CLOSED)).isEqualTo(13);
        assertThat(value(total, Figure.CLOSED_RATE)).isEqualTo(13 / 18.0);
        assertThat(value(total, Figure.ON_TIME_RATE))
                .as("five of ten until the 20th, 10:00")
                .isEqualTo(0.5);
        assertThat(value(total, Figure.AVERAGE_DAYS)).isEqualTo(6);
        assertThat(value(total, Figure.BLUE)).isEqualTo(13);
        assertThat(value(total, Figure.YELLOW)).isEqualTo(13);
        assertThat(value(total, Figure.YELLOW_REVOKED)).isEqualTo(13);
        assertThat(value(total, Figure.YELLOW_VALID)).isZero();
        assertThat(value(total, Figure.RED)).as("not yet confirmed").isZero();
        assertThat(value(total, Figure.CARD_RATE)).isZero();
    }

    @Test
    void rowsAddUpToTheTotalHoweverTheyAreCut() throws Exception {
        for (var cut :
                List.of("by=REGION", "by=DEPARTMENT", "by=ITEM", "by=PERIOD&period=DAY", "by=PERIOD&period=MONTH")) {
            var table = table(cut);
            for (var figure : List.of(Figure.ACCEPTED, Figure.CLOSED, Figure.BLUE, Figure.YELLOW_REVOKED)) {
                var sum = 0.0;
                for (var row : table.path("rows")) sum += value(row.path("figures"), figure);
                assertThat(sum)
                        .as(cut + " " + figure)
                        .isEqualTo(value(table.path("total").path("figures"), figure));
            }
        }
        assertThat(table("by=REGION").path("rows"))
                .extracting(row -> row.path("key").asText())
                .containsExactly("430521", "430522");
    }

    @Test
    void behindEveryFigureIsItsList() throws Exception {
        var total = table("by=REGION").path("total").path("figures");

        for (var figure : Figure.values()) {
            if (figure.isShare() || figure == Figure.AVERAGE_DAYS) continue;
            var list = read("/api/supervision/statistics/" + figure + "/list?size=5&from=2025-06-01&until=2025-06-30");
            assertThat(list.path("total").asDouble()).as(figure.label).isEqualTo(value(total, figure));
            assertThat(list.path("items")).hasSize((int) Math.min(5, value(total, figure)));
        }
        var some = read("/api/supervision/statistics/ACCEPTED/list?department=stat-b&from=2025-06-01&until=2025-06-30");
        assertThat(some.path("total").asLong()).isEqualTo(6);
    }

    @Test
    void behindEveryRowIsItsListHoweverTheFiguresAreCut() throws Exception {
        sql.sql(
                        "update case_file set region = '430500' where case_no in ('4305212025060100000018', '4305212025060100000019')")
                .update();
        sql.sql("update case_file set item_code = '' where case_no = '4305212025060100000017'")
                .update();
        rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
        try {
            for (var cut : Map.of("REGION", "region", "DEPARTMENT", "department", "ITEM", "item")
                    .entrySet())
                for (var row : table("by=" + cut.getKey()).path("rows")) {
                    var key = row.path("key").asText();
                    var of = "&" + cut.getValue() + "=" + (key.isEmpty() ? "-" : key)
                            + (row.path("own").asBoolean() ? "&exact=true" : "");
                    var list = read("/api/supervision/statistics/ACCEPTED/list?from=2025-06-01&until=2025-06-30" + of);
                    assertThat(list.path("total").asDouble())
                            .as(cut + " " + key)
                            .isEqualTo(value(row.path("figures"), Figure.ACCEPTED));
                }
            assertThat(table("by=REGION").path("rows").path(0).path("name").asText())
                    .isEqualTo("邵阳市本级");
            assertThat(table("by=ITEM").path("rows").path(0).path("name").asText())
                    .isEqualTo("不涉及事项");
        } finally {
            sql.sql("update case_file set region = '430522' where region = '430500' and case_no like '43052120250601%'")
                    .update();
            sql.sql("update case_file set item_code = 'stat-item-1' where case_no = '4305212025060100000017'")
                    .update();
            rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
        }
    }

    @Test
    void whatWasEverAcceptedGrowsFromPeriodToPeriodAndHasItsList() throws Exception {
        var july = "/api/supervision/statistics?by=PERIOD&period=DAY&from=2025-06-03&until=2025-07-31";
        var rows = read(july).path("rows");
        var ever = new java.util.ArrayList<Double>();
        rows.forEach(row -> ever.add(value(row.path("figures"), Figure.EVER_ACCEPTED)));
        var last = value(read(july).path("total").path("figures"), Figure.EVER_ACCEPTED);

        assertThat(ever).isSorted().last().isEqualTo(last);
        assertThat(ever.get(0))
                .as("with what was before the span")
                .isGreaterThan(value(rows.path(0).path("figures"), Figure.ACCEPTED));
        assertThat(read("/api/supervision/statistics/EVER_ACCEPTED/list?from=2025-06-03&until=2025-07-31")
                        .path("total")
                        .asDouble())
                .isEqualTo(last);
    }

    @Test
    void whatIsShownIsTakenAwayAsTables() throws Exception {
        var table = csv("/api/supervision/statistics.csv?by=DEPARTMENT&from=2025-06-01&until=2025-06-30");
        assertThat(table)
                .contains("\"部门\",\"受理\",\"办结\"")
                .contains("\"stat-b\",6.0")
                .contains("\"合计\",18.0");
        var list =
                csv("/api/supervision/statistics/ACCEPTED/list.csv?department=stat-b&from=2025-06-01&until=2025-06-30");
        assertThat(list).contains("共 6 条").contains("\"'43052120250601");
        assertThat(list.lines().filter(line -> line.contains("统计事项"))).hasSize(6);
    }

    @Test
    void aWorkbookHoldsTheSameAsNumbersAndTexts() throws Exception {
        var content = taken("/api/supervision/statistics.xlsx?by=DEPARTMENT&from=2025-06-01&until=2025-06-30")
                .getContentAsByteArray();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(named(rows, "部门").getCellText(1)).isEqualTo("受理");
            assertThat(named(rows, "统计什么").getCellText(1)).startsWith("期内受理的办件");
            assertThat(named(rows, "stat-b").getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("6");
            assertThat(named(rows, "合计").getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("18");
        }
    }

    private static Row named(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.getCellText(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String csv(String path) throws Exception {
        return taken(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse taken(String path) throws Exception {
        return web.perform(get(path).with(as(supervisor)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse();
    }

    @Test
    void everyFigureSaysWhatItCounts() throws Exception {
        var definitions = read("/api/supervision/figures");

        assertThat(definitions).hasSize(Figure.values().length).allSatisfy(figure -> {
            assertThat(figure.path("label").asText()).containsPattern("\\p{IsHan}");
            assertThat(figure.path("counts").asText()).isNotBlank();
            assertThat(figure.path("excludes").asText()).isNotBlank();
            assertThat(figure.path("sources")).isNotEmpty();
            assertThat(figure.path("sql").asText()).startsWith("select");
        });
    }

    @Test
    void theRollUpIsTheRecountAndWhatWasSpoiledIsMended() {
        assertThat(rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30))
                        .different())
                .isZero();
        sql.sql(
                        "update stat_day set accepted = accepted + 7 where day = '2025-06-03' and region = '430521' and department = 'stat-a'")
                .update();

        assertThat(rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30))
                        .different())
                .isPositive();

        assertThat(rollUp.prove(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30))
                        .different())
                .isZero();
    }

    @Test
    void sweepingAgainAndMakingAnewChangeNothing() throws Exception {
        var before = table("by=ITEM").path("rows").toString();

        rollUp.sweep();
        rollUp.rebuild();

        assertThat(table("by=ITEM").path("rows").toString()).isEqualTo(before);
    }

    @Test
    void aChangedCardIsCountedAnewOnItsDay() throws Exception {
        sql.sql(
                        "update card set state = 'ISSUED', changed_at = now() where light = 'YELLOW' and case_no = '4305212025060100000006'")
                .update();
        rollUp.sweep();
        assertThat(value(table("by=REGION").path("total").path("figures"), Figure.YELLOW_VALID))
                .isEqualTo(1);

        sql.sql(
                        "update card set state = 'REVOKED', changed_at = now() where light = 'YELLOW' and case_no = '4305212025060100000006'")
                .update();
        rollUp.sweep();
        assertThat(value(table("by=REGION").path("total").path("figures"), Figure.YELLOW_VALID))
                .isZero();
    }

    @Test
    void anAcceptanceDatedBackIsCountedOnItsOwnDay() throws Exception {
        var no = "4305212025060100000020";
        assertThat(acceptedOn("2025-05-30")).isZero();

        sql.sql("update case_file set accepted_at = timestamptz '2025-05-30 15:00+08' where case_no = ?")
                .param(no)
                .update();
        rollUp.sweep();

        assertThat(acceptedOn("2025-05-30")).isEqualTo(1);
        assertThat(value(table("by=REGION").path("total").path("figures"), Figure.ACCEPTED))
                .isEqualTo(17);
        sql.sql("update case_file set accepted_at = timestamptz '2025-06-04 23:30+08' where case_no = ?")
                .param(no)
                .update();
        rollUp.sweep();
        assertThat(value(table("by=REGION").path("total").path("figures"), Figure.ACCEPTED))
                .isEqualTo(18);
    }

    @Test
    void whatIsEverCountedReachesBackToTheBeginning() throws Exception {
        var july = read("/api/supervision/statistics?from=2025-07-01&until=2025-07-31");

        assertThat(july.path("total").path("figures").path("ACCEPTED").asLong()).isZero();
        assertThat(july.path("ever").path("accepted").asLong()).isEqualTo(18);
        assertThat(july.path("ever").path("closed").asLong()).isEqualTo(13);
    }

    @Test
    void nobodyCountsBeyondTheirRegion() throws Exception {
        var elsewhere = new People(sql).officer(Role.SUPERVISOR, null, "430600");
        web.perform(get("/api/supervision/statistics?from=2025-06-01&until=2025-06-30&region=430500")
                        .with(as(elsewhere)))
                .andExpect(jsonPath("$.total.figures.ACCEPTED").value(0.0));
        web.perform(get("/api/supervision/statistics?from=2025-06-30&until=2025-06-01")
                        .with(as(elsewhere)))
                .andExpect(status().isUnprocessableEntity());
        var officer = new People(sql).officer(Role.APPROVER, "stat-a", "430500");
        web.perform(get("/api/supervision/statistics").with(as(officer))).andExpect(status().isForbidden());
        web.perform(post("/api/supervision/statistics/proof")
                        .with(as(new People(sql).officer(Role.OPERATOR, null, "430000"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void theSelfCheckReportIsASafeTable() throws Exception {
        var report = read("/api/supervision/self-check?from=2025-06-01&until=2025-06-30");
        var blue = 0L;
        for (var row : report.path("rows")) blue += row.path("blue").asLong();
        assertThat(blue).isEqualTo(13);
        assertThat(report.path("elements").path(0).path("element").asText()).isEqualTo("业务按承诺时限超时");

        var csv = web.perform(get("/api/supervision/self-check.csv?from=2025-06-01&until=2025-06-30")
                        .with(as(supervisor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"红黄牌自查自纠报告\"").contains("\"业务按承诺时限超时\",\"预警\",13");
    }

    private double acceptedOn(String day) throws Exception {
        var table = read("/api/supervision/statistics?from=" + day + "&until=" + day);
        return value(table.path("total").path("figures"), Figure.ACCEPTED);
    }

    private JsonNode table(String cut) throws Exception {
        return read("/api/supervision/statistics?from=2025-06-01&until=2025-06-30&" + cut);
    }

    private JsonNode read(String path) throws Exception {
        return json.readTree(web.perform(get(path).with(as(supervisor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static double value(JsonNode figures, Figure figure) {
        return figures.path(figure.name()).asDouble();
    }
}
