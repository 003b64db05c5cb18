package io.onevisit.supervision;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

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
    RecheckRuns runs;

    @Autowired
    RecheckSweep sweep;

    @Autowired
    MutableClock time;

    @Autowired
    TransactionTemplate transaction;

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

        var run = done("431300");

        assertThat(run.checked()).isEqualTo(4);
        assertThat(run.abnormal()).isEqualTo(1);
        assertThat(run.failed()).isZero();
        assertThat(run.endedAt()).isNotNull();
        assertThat(runs.findings(run.id(), 0, 20)).singleElement().satisfies(finding -> {
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
    void aCardThatCannotBeReckonedIsAFindingAndStopsNoOther() {
        var watching = new Watching(clocks, time, sql);
        var broken = watching.started("4313212026031200000011", ClockKind.CASE, "431321", "recheck-test");
        var right = watching.started("4313212026031200000021", ClockKind.CASE, "431321", "recheck-test");
        time.setTo(Watching.YELLOW);
        lights.raise(broken);
        lights.raise(right);
        sql.sql("update clock set thresholds = '{\"not\": \"a list\"}' where case_no = ?")
                .param(broken)
                .update();

        var run = done("431321");

        assertThat(run.checked()).isEqualTo(4);
        assertThat(run.failed()).isEqualTo(2);
        assertThat(runs.findings(run.id(), 0, 20))
                .allSatisfy(finding -> assertThat(finding.note()).startsWith("无法推算："));
        sql.sql("update clock set thresholds = (select thresholds from clock where case_no = ?) where case_no = ?")
                .params(right, broken)
                .update();
        assertThat(done("431321").failed()).as("mended").isZero();
    }

    @Test
    void fiveThousandCardsAreCheckedInPortionsOnceEachHoweverOftenItIsBrokenOff() throws Exception {
        crowd("431322", 5_000);
        time.setTo(Watching.YELLOW.plusSeconds(60));
        var supervisor = new People(sql).officer(Role.SUPERVISOR, null, "431322");
        web.perform(post("/api/supervision/rechecks").with(as(supervisor)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.total").value(5_000))
                .andExpect(jsonPath("$.checked").value(0))
                .andExpect(jsonPath("$.endedAt").isEmpty());
        var id = runs.newest(Watch.over("431322")).get(0).id();

        assertThat(recheck.advance(id)).isTrue();
        assertThat(recheck.advance(id)).isTrue();
        var half = 2 * Recheck.PORTION;
        progress(supervisor, id, half, half / 10);
        transaction.executeWithoutResult(status -> {
            recheck.advance(id);
            status.setRollbackOnly();
        });
        progress(supervisor, id, half, half / 10);
        assertThat(inTwoNodes(id)).as("portions").isEqualTo((5_000 - half) / Recheck.PORTION);

        progress(supervisor, id, 5_000, 500);
        assertThat(sql.sql("select count(distinct card_id) from recheck_finding where run_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
        assertThat(sql.sql("select count(*) from card where region = '431322' and check_result is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5_000);
        assertThat(runs.find(id, Watch.over("431300")).orElseThrow().endedAt()).isNotNull();
        assertThat(recheck.advance(id)).as("an ended run").isFalse();
    }

    @Test
    void onlyOneRunsForARegionAndWhoComesLaterLearnsWhose() throws Exception {
        var people = new People(sql);
        var first = people.officer(Role.SUPERVISOR, null, "431381");
        var second = people.officer(Role.SUPERVISOR, null, "431381");
        time.setTo(Watching.YELLOW);
        web.perform(post("/api/supervision/rechecks").with(as(first))).andExpect(status().isAccepted());

        web.perform(post("/api/supervision/rechecks").with(as(second)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("recheck-running"))
                .andExpect(jsonPath("$.who").value(first.name()))
                .andExpect(jsonPath("$.startedAt").value("2026-03-23T02:00:01Z"))
                .andExpect(jsonPath("$.detail").value(allOf(containsString(first.name()), containsString("10:00"))));
        web.perform(post("/api/supervision/rechecks").with(as(people.officer(Role.SUPERVISOR, null, "431382"))))
                .andExpect(status().isAccepted());
        web.perform(post("/api/supervision/rechecks").with(as(people.officer(Role.OPERATOR, null, "431381"))))
                .andExpect(status().isForbidden());

        sweep.goOn();
        assertThat(runs.unfinished()).extracting(RecheckRuns.Run::region).doesNotContain("431381", "431382");
        web.perform(post("/api/supervision/rechecks").with(as(second))).andExpect(status().isAccepted());
        sweep.goOn();
    }

    @Test
    void oneRegionsTroubleHoldsUpNoOther() {
        var watching = new Watching(clocks, time, sql);
        var no = watching.started("4308212026031200000011", ClockKind.CASE, "430821", "recheck-test");
        time.setTo(Watching.YELLOW);
        lights.raise(no);
        var troubled = runs.begin("430821", CardStore.Actor.PLATFORM).id();
        var well = runs.begin("431223", CardStore.Actor.PLATFORM).id();
        sql.sql(
                        "insert into recheck_finding (run_id, card_id, result, due_was, note) select ?, id, 'ABNORMAL', due_at, '' from card where case_no = ?")
                .params(troubled, no)
                .update();
        moved(no);

        sweep.goOn();

        assertThat(runs.find(well, Watch.over("431200")).orElseThrow().endedAt())
                .isNotNull();
        assertThat(runs.find(troubled, Watch.over("430800")).orElseThrow().endedAt())
                .isNull();
        assertThat(sql.sql(
                                "select cause from supervision_failure where tenant = '430800' and work = '巡检' and ended_at is null")
                        .query(String.class)
                        .single())
                .contains("recheck_finding_once");
        sql.sql("delete from recheck_finding where run_id = ?").param(troubled).update();
        sweep.goOn();
        assertThat(runs.find(troubled, Watch.over("430800")).orElseThrow().endedAt())
                .isNotNull();
        assertThat(sql.sql("select count(*) from supervision_failure where tenant = '430800' and ended_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void findingsAreReadWithinTheRegionOfTheRunOnly() throws Exception {
        var run = done("431300").id();
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

    private RecheckRuns.Run done(String region) {
        var run = runs.begin(region, CardStore.Actor.PLATFORM);
        while (recheck.advance(run.id())) {}
        return runs.find(run.id(), Watch.over("430000")).orElseThrow();
    }

    /** Two that go on with the same run until there is nothing left; what each gets is a portion nobody else had. */
    private int inTwoNodes(long id) throws Exception {
        var portions = new AtomicInteger();
        var both = Executors.newFixedThreadPool(2);
        try {
            for (var node = 0; node < 2; node++)
                both.submit(() -> {
                    while (runs.find(id, Watch.over("431300")).orElseThrow().endedAt() == null)
                        if (recheck.advance(id)) portions.incrementAndGet();
                    return null;
                });
            both.shutdown();
            assertThat(both.awaitTermination(120, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
            return portions.get();
        } finally {
            both.shutdownNow();
        }
    }

    private void progress(Account supervisor, long id, int checked, int abnormal) throws Exception {
        web.perform(get("/api/supervision/rechecks/" + id + "?size=5").with(as(supervisor)))
                .andExpect(jsonPath("$.run.total").value(5_000))
                .andExpect(jsonPath("$.run.checked").value(checked))
                .andExpect(jsonPath("$.run.abnormal").value(abnormal))
                .andExpect(jsonPath("$.run.findings").value(abnormal))
                .andExpect(jsonPath("$.findings.length()").value(Math.min(5, abnormal)));
    }

    /** As many cases as the one whose yellow card was raised; every tenth card stands as if raised two days too early. */
    private void crowd(String region, int many) {
        var watching = new Watching(clocks, time, sql);
        var model = watching.started(region + "2026031200000010", ClockKind.CASE, region, "recheck-crowd");
        time.setTo(Watching.YELLOW);
        lights.raise(model);
        sql.sql("delete from card where case_no = ? and light = 'BLUE'")
                .param(model)
                .update();
        for (var table : new String[] {"clock", "clock_entry", "card"})
            sql.sql(copies(table))
                    .param("model", model)
                    .param("region", region)
                    .param("many", many)
                    .update();
        sql.sql(
                        "update card set due_at = due_at - interval '2 days', raised_at = raised_at - interval '2 days' where region = ? and id % 10 = 0")
                .param(region)
                .update();
        var tenths = sql.sql("select count(*) from card where region = ? and id % 10 = 0")
                .param(region)
                .query(Integer.class)
                .single();
        assertThat(tenths).isEqualTo(many / 10);
    }

    private String copies(String table) {
        var columns = sql.sql(
                        """
                        select column_name from information_schema.columns where table_name = ? and column_name not in ('case_no', 'id')
                            and is_generated = 'NEVER' order by ordinal_position""")
                .param(table)
                .query(String.class)
                .list();
        var list = String.join(", ", columns);
        return "insert into " + table + " (case_no, " + list
                + ") select :region || '20260313' || lpad(n::text, 8, '0'), " + list + " from " + table
                + ", generate_series(2, :many) n where case_no = :model order by n";
    }

    /** The card stands as if it had been raised two days too early: by wrong holidays, say. */
    private void moved(String no) {
        sql.sql(
                        "update card set due_at = due_at - interval '2 days', raised_at = raised_at - interval '2 days' where case_no = ? and light = 'YELLOW'")
                .param(no)
                .update();
    }
}
