package io.onevisit.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.audit.LoggedOperations;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operation log tells acts to whoever supervises the place, and neither looks nor another city's. */
@PlatformTest
class OperationLogTest {

    @Autowired
    Running running;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Account supervisor;
    private Account elsewhere;
    private Account province;
    private CaseFile file;
    private String incident;

    @BeforeEach
    void theProvinceActsOnACaseOfTheCity() throws Exception {
        var people = new People(sql);
        supervisor = people.officer(Role.SUPERVISOR, null, "430100");
        elsewhere = people.officer(Role.SUPERVISOR, null, "430200");
        province = people.officer(Role.SUPERVISOR, null, "430000");
        file = new Filing(applications, cases, clocks, time).underReview("logged", Map.of());
        running.ask(province, HttpMethod.GET, "/api/cockpit/cases/" + file.caseNo(), null)
                .andExpect(status().isOk());
        incident = "logged-" + file.caseNo();
        sql.sql(
                        """
                        insert into incident_record (id, kind, subject, business_key, process_key, process_name,
                            process_instance_id, activity_id, activity, message, cause, since)
                        values (?, 'STEP', 'none', ?, 'item-handling', '事项办理', 'none', 'acceptCase', '受理', 'm', 'c', now())""")
                .params(incident, file.caseNo())
                .update();
        running.ask(province, HttpMethod.PUT, care(), said("已联系部门")).andExpect(status().isNoContent());
    }

    private String care() {
        return "/api/cockpit/incidents/" + incident + "/care";
    }

    private static Map<String, Object> said(String note) {
        return Map.of("mine", true, "note", note);
    }

    @AfterEach
    void theIncidentEnds() {
        sql.sql("update incident_record set ended_at = now(), ended_by = 'GONE' where id = ?")
                .param(incident)
                .update();
    }

    @Test
    void whatWasJustDoneStandsThereOnceWithItsReason() throws Exception {
        for (var who : new Account[] {supervisor, province}) {
            var items =
                    running.answer(who, "/api/cockpit/log?no=" + file.caseNo()).path("items");

            assertThat(items).singleElement().satisfies(row -> {
                assertThat(row.path("what").asText()).isEqualTo("CARE_INCIDENT");
                assertThat(row.path("who").asText()).isEqualTo(province.name());
                assertThat(row.path("why").asText()).isEqualTo("已联系部门");
                assertThat(row.path("caseNo").asText()).isEqualTo(file.caseNo());
                assertThat(row.path("done").asBoolean()).isTrue();
            });
        }
        assertThat(running.answer(supervisor, "/api/cockpit/log?no=" + file.caseNo())
                        .toString())
                .doesNotContain("测试人", "address", "agent");
    }

    @Test
    void anotherCityDoesNotReadIt() throws Exception {
        assertThat(running.answer(elsewhere, "/api/cockpit/log").path("items"))
                .noneMatch(row -> row.toString().contains(file.caseNo()));
        assertThat(running.answer(elsewhere, "/api/cockpit/log?no=" + file.caseNo())
                        .path("items"))
                .isEmpty();
    }

    @Test
    void itIsNarrowedByWhoWhatAndWhen() throws Exception {
        var mine = "/api/cockpit/log?no=" + file.caseNo();

        assertThat(running.answer(supervisor, mine + "&what=CARE_INCIDENT").path("items"))
                .hasSize(1);
        assertThat(running.answer(supervisor, mine + "&what=URGE").path("items"))
                .isEmpty();
        assertThat(running.answer(supervisor, mine + "&who=" + province.username())
                        .path("items"))
                .hasSize(1);
        assertThat(running.answer(supervisor, mine + "&who=nobody").path("items"))
                .isEmpty();
        assertThat(running.answer(supervisor, mine + "&from=2020-01-01&until=2020-02-01")
                        .path("items"))
                .isEmpty();
        running.ask(supervisor, HttpMethod.GET, mine + "&what=LOOK_CASE", null)
                .andExpect(status().isUnprocessableEntity());
        running.ask(supervisor, HttpMethod.GET, mine + "&from=2024-01-01&until=2026-02-01", null)
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void pagesGoOnWithoutGapsAndTheTableHoldsAll() throws Exception {
        var people = new People(sql);
        var region = "4308" + (10 + (int) (Math.random() * 80));
        var inspector = people.officer(Role.SUPERVISOR, null, region);
        for (var n = 0; n < 53; n++) {
            running.ask(inspector, HttpMethod.PUT, care(), said("第" + n + "次")).andExpect(status().isNotFound());
        }

        var path = "/api/cockpit/log?who=" + inspector.username();
        var first = running.answer(inspector, path);
        var second =
                running.answer(inspector, path + "&before=" + first.path("next").asText());

        assertThat(first.path("items")).hasSize(50).allMatch(row -> !row.path("done")
                .asBoolean());
        assertThat(second.path("items")).hasSize(3);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.at("/items/2/why").asText()).isEqualTo("第0次");
        var table = running.ask(inspector, HttpMethod.GET, "/api/cockpit/log.csv?who=" + inspector.username(), null)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(table).contains("操作日志", "不含查看", "第52次").contains("未成功");
        assertThat(table.lines().filter(line -> line.contains("登记异常处理情况"))).hasSize(53);
    }

    @Test
    void theIndexOfTheLogHoldsItsVerbsAndNoOthers() {
        var definition = sql.sql("select pg_get_indexdef('audit_entry_operation'::regclass)")
                .query(String.class)
                .single();
        var indexed = Pattern.compile("'([A-Z_]+)'")
                .matcher(definition)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(indexed)
                .containsExactlyInAnyOrderElementsOf(
                        LoggedOperations.verbs().stream().map(Verb::name).toList());
    }
}
