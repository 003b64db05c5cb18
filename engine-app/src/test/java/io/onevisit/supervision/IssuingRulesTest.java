package io.onevisit.supervision;

import static io.onevisit.supervision.Watching.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Deployments;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a light becomes a card: by the province's table, by a city's own, and not at all where it must not. */
@PlatformTest
class IssuingRulesTest {

    @Autowired
    Clocks clocks;

    @Autowired
    CardSweep sweep;

    @Autowired
    DueLights lights;

    @Autowired
    SupervisionFailures failures;

    @Autowired
    Deployments deployments;

    @Autowired
    RepositoryService models;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Watching watching;
    private final List<String> own = new ArrayList<>();

    @BeforeEach
    void watch() {
        watching = new Watching(clocks, time, sql);
    }

    @AfterEach
    void back() {
        own.forEach(id -> models.deleteDeployment(id, true));
        time.reset();
    }

    @Test
    void aYellowCardAsksForFeedbackAndAWarningDoesNot() {
        var no = watching.started("4308002026031200000011", ClockKind.CASE, "430800", "rules-test");

        raiseAt(no);

        assertThat(rows(no))
                .containsExactly(
                        tuple("BLUE", "ISSUED", false, 0, "BLUE", "warning"),
                        tuple("YELLOW", "ISSUED", true, 5, "YELLOW", "yellow"));
    }

    @Test
    void whatIsToBeConfirmedWaits() {
        var no = watching.started("4308002026031200000021", ClockKind.COMMITMENT, "430800", "rules-test");

        raiseAt(no);

        assertThat(rows(no))
                .containsExactly(
                        tuple("BLUE", "ISSUED", false, 0, "BLUE", "warning"),
                        tuple("YELLOW", "PENDING", true, 5, "YELLOW", "exampleYellow"));
        assertThat(sql.sql("select issued_at from card where case_no = ? and state = 'PENDING'")
                        .param(no)
                        .query((row, n) -> row.getTimestamp(1))
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void aCityPausesARuleForItselfAlone() {
        publish("430600", "<outputEntry id=\"yellowOut1\"><text>true", "<outputEntry id=\"yellowOut1\"><text>false");
        var paused = watching.started("4306022026031200000011", ClockKind.CASE, "430602", "rules-test");
        var other = watching.started("4308002026031200000031", ClockKind.CASE, "430800", "rules-test");

        raiseAt(paused);
        raiseAt(other);

        assertThat(watching.lights(paused)).containsExactly("BLUE");
        assertThat(watching.lights(other)).containsExactly("BLUE", "YELLOW");
        time.setTo(Watching.RED);
        lights.raise(paused);
        assertThat(watching.lights(paused))
                .as("higher only, what was paused is gone")
                .containsExactly("BLUE", "RED");
    }

    @Test
    void aCityHasItsOwnWords() {
        publish(
                "430600",
                "<outputEntry id=\"yellowOut6\"><text>\"\"",
                "<outputEntry id=\"yellowOut6\"><text>\"请抓紧办理{no}，承诺{promised}。\"");
        var no = watching.started("4306022026031200000021", ClockKind.CASE, "430602", "rules-test");

        raiseAt(no);

        assertThat(sql.sql("select message from card where case_no = ? and light = 'YELLOW'")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo("请抓紧办理" + no + "，承诺7个工作日。");
    }

    @Test
    void aBrokenTableOfOneCityStopsNobodyElse() {
        publish(
                "430500",
                "<outputEntry id=\"redOut2\"><text>\"AUTOMATIC\"",
                "<outputEntry id=\"redOut2\"><text>\"SOMETIMES\"");
        var broken = watching.started("4305022026031200000011", ClockKind.CASE, "430502", "rules-test");
        var sound = watching.started("4304002026031200000011", ClockKind.CASE, "430400", "rules-test");
        time.setTo(Watching.RED);

        sweep.sweep();

        assertThat(watching.lights(broken)).isEmpty();
        assertThat(watching.lights(sound)).containsExactly("BLUE", "YELLOW", "RED");
        assertThat(failures.open(Watch.over("430500"))).singleElement().satisfies(failure -> {
            assertThat(failure.work()).isEqualTo(SupervisionFailures.RAISING);
            assertThat(failure.cause()).contains("发牌方式“SOMETIMES”");
        });
        assertThat(lights.raise(broken)).as("its own timers go on, too").isEmpty();

        back();
        own.clear();
        time.setTo(Watching.RED);
        sweep.sweep();

        assertThat(watching.lights(broken))
                .as("late, once the table is mended")
                .containsExactly("BLUE", "YELLOW", "RED");
        assertThat(failures.open(Watch.over("430500"))).isEmpty();
    }

    @Test
    void aSpecialProcedureOfAVoidedOrReturnedCaseGetsNoCard() {
        for (var end : List.of("VOIDED", "RETURNED")) {
            var no = "43080020260312000004" + (end.equals("VOIDED") ? "11" : "21");
            watching.caseFile(no, "430800", "rules-test", end);
            watching.started(no, ClockKind.SPECIAL_PROCEDURE, "430800", "rules-test");

            raiseAt(no);

            assertThat(watching.lights(no)).as(end).isEmpty();
            assertThat(sql.sql("select count(*) from clock where case_no = ? and next_light_at < ?")
                            .params(no, Timestamp.from(Watching.YELLOW))
                            .query(Long.class)
                            .single())
                    .as("and is not asked for again")
                    .isZero();
        }
    }

    @Test
    void aSpecialProcedureLeftOpenWhenItsCaseEndedIsStillSupervised() {
        var no = "4308002026031200000431";
        watching.caseFile(no, "430800", "rules-test", "CLOSED");
        watching.started(no, ClockKind.SPECIAL_PROCEDURE, "430800", "rules-test");

        raiseAt(no);

        assertThat(watching.lights(no)).containsExactly("BLUE", "YELLOW");
    }

    @Test
    void anOnlineApplicationRefusedBeforeTheCardGetsNone() {
        var refused = "4308002026031200000441";
        watching.caseFile(refused, "430800", "rules-test", "ACCEPTANCE_REFUSED");
        watching.started(refused, ClockKind.ONLINE_PREACCEPTANCE, "430800", "rules-test");
        var waiting = "4308002026031200000451";
        watching.caseFile(waiting, "430800", "rules-test", "SUBMITTED");
        watching.started(waiting, ClockKind.ONLINE_PREACCEPTANCE, "430800", "rules-test");

        time.setTo(Watching.at("2026-04-20T10:00"));
        lights.raise(refused);
        lights.raise(waiting);

        assertThat(watching.lights(refused)).isEmpty();
        assertThat(watching.lights(waiting)).contains("BLUE", "YELLOW", "RED");
    }

    private void raiseAt(String no) {
        time.setTo(Watching.YELLOW);
        lights.raise(no);
    }

    private void publish(String city, String was, String is) {
        own.add(deployments.deploy("supervision-test", city, Map.of("supervision-rules.dmn", rules(was, is))));
    }

    private List<Tuple> rows(String no) {
        return sql.sql("select * from card where case_no = ? order by id")
                .param(no)
                .query((row, n) -> tuple(
                        row.getString("light"),
                        row.getString("state"),
                        row.getBoolean("needs_feedback"),
                        row.getInt("feedback_days"),
                        row.getString("recipients"),
                        row.getString("rule")))
                .list();
    }
}
