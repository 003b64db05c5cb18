package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.engine.Alarms;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Processes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's timers and the ledger, on the real engine. */
@PlatformTest
class AlarmsFollowTheLedgerTest {

    private static final Clocks.Terms TERMS =
            new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430100", "alarms-test");

    private static boolean deployed;

    @Autowired
    Clocks clocks;

    @Autowired
    Alarms alarms;

    @Autowired
    AlarmProof proof;

    @Autowired
    Processes processes;

    @Autowired
    Deployments deployments;

    @Autowired
    ManagementService management;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock time;

    @BeforeEach
    void aModelThatWatches() throws Exception {
        if (!deployed) {
            var model = new ClassPathResource("deadlines/watched-case.bpmn").getContentAsByteArray();
            deployments.deploy("watched-case", null, Map.of("watched-case.bpmn", model));
        }
        deployed = true;
        time.setTo(at("2026-03-12T10:00"));
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theTimerStandsAtTheLedgersInstantAndMovesWithIt() {
        var no = watched("4301002026031200010013");
        assertThat(pending(no)).isEqualTo(alarm(no, "blue", "2026-03-18T10:00"));

        clocks.startSpecialProcedure(no, 3, "专家评审", "行政许可法第四十五条", at("2026-03-13T10:00"));
        assertThat(pending(no)).isEqualTo(alarm(no, "blue", "2026-03-23T10:00"));

        clocks.endSpecialProcedure(no, at("2026-03-16T10:00"));
        assertThat(pending(no)).isEqualTo(alarm(no, "blue", "2026-03-19T10:00"));
    }

    @Test
    void aStoppedClockHasNoAlarmThatFires() {
        var no = watched("4301002026031200010024");

        clocks.stop(no, "补正", "事项特别程序：补正", at("2026-03-13T10:00"));
        assertThat(pending(no).due()).isAfter(at("2100-01-01T00:00"));

        clocks.resume(no, at("2026-03-16T10:00"));
        assertThat(pending(no)).isEqualTo(alarm(no, "blue", "2026-03-19T10:00"));
    }

    @Test
    void theTimersRaiseTheCardsOneAfterTheOther() {
        var no = watched("4301002026031200010035");

        time.setTo(at("2026-03-18T10:00:01"));
        jobs.run(no, "blueDue");
        assertThat(cards(no)).containsExactly("BLUE");
        assertThat(pending(no)).isEqualTo(alarm(no, "yellow", "2026-03-23T10:00"));

        time.setTo(at("2026-03-23T10:00:01"));
        jobs.run(no, "yellowDue");
        assertThat(cards(no)).containsExactly("BLUE", "YELLOW");
        assertThat(alarms.pending(no)).isEmpty();
    }

    @Test
    void aTimerThatFiresTooEarlyRaisesNothing() {
        var no = watched("4301002026031200010046");
        time.setTo(at("2026-03-18T10:00:00"));

        jobs.run(no, "blueDue");

        assertThat(cards(no)).isEmpty();
    }

    @Test
    void theProofFindsAndRepairsATimerThatWentAstray() {
        var right = watched("4301002026031200010057");
        var astray = watched("4301002026031200010068");
        var job = jobs.waiting(astray).get(0);
        management.setJobDuedate(job.getId(), Date.from(at("2026-06-01T10:00")));

        var report = proof.prove();

        assertThat(report.redated()).isEqualTo(1);
        assertThat(report.checked()).isGreaterThanOrEqualTo(2);
        assertThat(pending(astray)).isEqualTo(alarm(astray, "blue", "2026-03-18T10:00"));
        assertThat(pending(right)).isEqualTo(alarm(right, "blue", "2026-03-18T10:00"));
        assertThat(proof.prove().redated()).isZero();
    }

    @Test
    void theProofReportsAClockThatNoTimerWatches() {
        var before = proof.prove().missing();
        clocks.start("4301002026031200010079", TERMS, at("2026-03-12T10:00"));

        assertThat(proof.prove().missing()).isEqualTo(before + 1);
        assertThat(sql.sql("select missing from alarm_check order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before + 1);
    }

    private String watched(String no) {
        clocks.start(no, TERMS, at("2026-03-12T10:00"));
        processes.start("watched-case", no, null, Map.of());
        return no;
    }

    private Alarms.Alarm pending(String no) {
        return alarms.pending(no).orElseThrow();
    }

    private static Alarms.Alarm alarm(String no, String light, String due) {
        Instant at = at(due);
        return new Alarms.Alarm(no, light, at);
    }

    private List<String> cards(String no) {
        return sql.sql("select light from card where case_no = ? order by id")
                .param(no)
                .query(String.class)
                .list();
    }
}
