package io.onevisit.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    Clock time;

    @BeforeEach
    void twoCountiesOfACityHaveOfficers() {
        var people = new People(sql);
        people.officer(Role.APPROVER, DEPARTMENT, "430921");
        people.officer(Role.APPROVER, DEPARTMENT, "430922");
        sql.sql("delete from work_item where region in ('430921', '430922')").update();
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
