package io.onevisit.distribution;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Work with little time left weighs more, and the least loaded unit of the city gets the next case. */
@PlatformTest
class UnitsTest {

    private static final String DEPARTMENT = "tax";

    @Autowired
    JdbcClient sql;

    @Autowired
    Units units;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Catalogue catalogue;

    @Autowired
    MockMvc web;

    @Autowired
    MutableClock time;

    private People people;

    @BeforeEach
    void twoCountiesOfACityHaveOfficers() {
        time.setTo(Instant.parse("2026-03-03T02:00:00Z"));
        people = new People(sql);
        people.officer(Role.APPROVER, DEPARTMENT, "430921");
        people.officer(Role.APPROVER, DEPARTMENT, "430922");
        sql.sql("delete from work_item where region in ('430921', '430922')").update();
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void whetherOtherUnitsMayHandleACaseIsForItsRegionToSay() throws Exception {
        sheets.load(
                """
                items:
                  - {code: TEST-AREA, name: 通办事项, department: tax, itemType: '20', promised: 3, statutory: 5, handleArea: '3'}
                """
                        .getBytes(StandardCharsets.UTF_8),
                Catalogue.PROVINCE);
        var before = filed("430921");
        time.setTo(time.instant().plusSeconds(60));
        web.perform(put("/api/studio/catalogue/items/TEST-AREA/overlays/430900")
                        .with(as(people.officer(Role.ANALYST, null, "430900")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"elements\": {\"handleArea\": \"0\"}, \"basedOn\": 0}"))
                .andExpect(status().isOk());

        assertThat(units.citywide(filed("430921"))).as("the city narrowed it").isFalse();
        assertThat(units.citywide(filed("430202"))).as("another city did not").isTrue();
        assertThat(units.citywide(before))
                .as("a case keeps what held when it began")
                .isTrue();
    }

    @Test
    void aCountysUnitStandsForItsTownshipsUnlessTheyHavePeopleAndASuccessorsForAnAbolishedCounty() {
        assertThat(units.standingFor("education", "430104100201")).isEqualTo("430104");
        people.officer(Role.APPROVER, "education", "430104100000");
        assertThat(units.standingFor("education", "430104100201")).isEqualTo("430104100000");
        assertThat(units.standingFor("education", "430104001001")).isEqualTo("430104");
        assertThat(units.standingFor("education", "430100")).isEqualTo("430100");
        assertThat(units.standingFor("education", "430122"))
                .as("望城县 became 望城区")
                .isEqualTo("430112");
        assertThat(units.choices("education", "430122")).contains("430112").doesNotContain("430122");
    }

    @Test
    void aNamedLevelIsThatOfTheDivisionWhereSomebodyIsThereToHandleIt() {
        people.officer(Role.APPROVER, "customs", "430921");
        people.officer(Role.APPROVER, "customs", "430000");

        assertThat(units.atLevel("COUNTY", "customs", "430921")).contains("430921");
        assertThat(units.atLevel("PROVINCE", "customs", "430921")).contains("430000");
        assertThat(units.atLevel("TOWNSHIP", "customs", "430921"))
                .as("accepted above it")
                .isEmpty();
        assertThat(units.atLevel("COUNTY", "customs", "430922"))
                .as("nobody is there")
                .isEmpty();
        assertThat(units.atLevel("", "customs", "430921")).isEmpty();
    }

    @Test
    void whatIsDueSoonWeighsMore() {
        var now = time.instant();
        open("430921", null);
        assertThat(units.load(DEPARTMENT, "430921")).isEqualTo(1);
        open("430921", now.plus(Duration.ofDays(2)));
        assertThat(units.load(DEPARTMENT, "430921")).isEqualTo(3);
        open("430921", now.plus(Duration.ofHours(2)));
        assertThat(units.load(DEPARTMENT, "430921")).isEqualTo(6);
        open("430921", now.minus(Duration.ofHours(2)));
        assertThat(units.load(DEPARTMENT, "430921")).isEqualTo(10);
        open("430921", now.plus(Duration.ofDays(30)));
        assertThat(units.load(DEPARTMENT, "430921")).isEqualTo(11);
    }

    @Test
    void theUnitWithTheLeastToDoIsChosenAndTheOwnOneWhenEqual() {
        assertThat(units.leastLoaded(DEPARTMENT, "430922")).isEqualTo("430922");

        open("430922", time.instant().minus(Duration.ofHours(1)));
        open("430921", null);

        assertThat(units.leastLoaded(DEPARTMENT, "430922")).isEqualTo("430921");
        assertThat(units.leastLoaded(DEPARTMENT, "430921")).isEqualTo("430921");
        assertThat(units.leastLoaded(DEPARTMENT, "430221")).isEqualTo("430221");
    }

    private CaseFile filed(String region) {
        return applications
                .open(new Applications.Request(
                        "test-bundle",
                        "测试一件事",
                        1,
                        region,
                        Filing.OWNER,
                        "测试人",
                        Filing.ID_NO,
                        Map.of(),
                        Map.of(),
                        Map.of("testItem", catalogue.item("TEST-AREA", region))))
                .cases()
                .get("testItem");
    }

    private void open(String region, Instant dueAt) {
        var file = new Filing(applications, cases, clocks, time).submitted(DEPARTMENT, Map.of());
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, application_no, case_no, process_key, candidate, region, created_at, yellow_at)
                        values (?, 'departmentReview', '审查', ?, ?, 'item-handling', 'dept-tax', ?, now(), ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        file.applicationNo(),
                        file.caseNo(),
                        region,
                        dueAt == null ? null : Timestamp.from(dueAt))
                .update();
    }
}
