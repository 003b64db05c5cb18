package io.onevisit.supervision;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class RecheckTest {

    @Autowired
    MockMvc web;

    @Autowired
    Clocks clocks;

    @Autowired
    DueLights lights;

    @Autowired
    Recheck recheck;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void cardsThatTheLedgerNoLongerAsksForAreFound() {
        var watching = new Watching(clocks, time, sql);
        var right = watching.started("4313002026031200000011", ClockKind.CASE, "431300", "recheck-test");
        var overtaken = watching.started("4313002026031200000021", ClockKind.CASE, "431300", "recheck-test");
        time.setTo(Watching.YELLOW);
        lights.raise(right);
        lights.raise(overtaken);
        assertThat(watching.lights(overtaken)).containsExactly("BLUE", "YELLOW");
        moved(overtaken);

        var run = recheck.run("431300", "测试监察员");

        assertThat(run.checked()).isEqualTo(4);
        assertThat(run.abnormal()).isEqualTo(1);
        assertThat(run.failed()).isZero();
        assertThat(recheck.findings(run.id())).singleElement().satisfies(finding -> {
            assertThat(finding.caseNo()).isEqualTo(overtaken);
            assertThat(finding.light()).isEqualTo("YELLOW");
            assertThat(finding.dueIs()).isAfter(finding.dueWas());
            assertThat(finding.note()).contains("尚未到时");
        });
        assertThat(sql.sql("select check_result from card where case_no = ?")
                        .param(right)
                        .query(String.class)
                        .list())
                .containsOnly("RIGHT");
    }

    @Test
    void findingsAreReadWithinTheRegionOfTheRunOnly() throws Exception {
        var run = recheck.run("431300", "测试监察员").id();
        var people = new People(sql);

        web.perform(get("/api/supervision/rechecks/" + run).with(as(people.officer(Role.SUPERVISOR, null, "431300"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.run.id").value(run));
        web.perform(get("/api/supervision/rechecks/" + run).with(as(people.officer(Role.SUPERVISOR, null, "431302"))))
                .andExpect(status().isNotFound());
        web.perform(get("/api/supervision/rechecks/" + Long.MAX_VALUE)
                        .with(as(people.officer(Role.SUPERVISOR, null, "430000"))))
                .andExpect(status().isNotFound());
    }

    /** The card stands as if it had been raised two days too early: by wrong holidays, say. */
    private void moved(String no) {
        sql.sql(
                        "update card set due_at = due_at - interval '2 days', raised_at = raised_at - interval '2 days' where case_no = ? and light = 'YELLOW'")
                .param(no)
                .update();
    }
}
