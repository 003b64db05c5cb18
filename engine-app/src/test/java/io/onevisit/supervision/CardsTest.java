package io.onevisit.supervision;

import static io.onevisit.deadlines.Light.BLUE;
import static io.onevisit.deadlines.Light.RED;
import static io.onevisit.deadlines.Light.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PlatformTest
@RecordApplicationEvents
class CardsTest {

    // Accepted on Thursday, 2026-03-12; blue after 03-18, yellow after 03-23, red after 03-26, always 10:00.
    private static final Clocks.Terms TERMS =
            new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430200", "cards-test");

    @Autowired
    Clocks clocks;

    @Autowired
    DueLights lights;

    @Autowired
    CardSweep sweep;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theLightsOfACaseGetTheirCardsOneAfterTheOther() {
        var no = started("4302002026031200000011");

        assertThat(raisedAt("2026-03-18T10:00:00", no)).as("not early").isEmpty();
        assertThat(raisedAt("2026-03-18T10:00:01", no)).containsExactly(BLUE);
        assertThat(raisedAt("2026-03-18T10:00:02", no)).as("once").isEmpty();
        assertThat(raisedAt("2026-03-23T10:00:01", no)).containsExactly(YELLOW);
        assertThat(raisedAt("2026-03-26T10:00:01", no)).containsExactly(RED);

        assertThat(of(no))
                .extracting(Card::light, Card::dueAt, Card::department, Card::region, Card::state)
                .containsExactly(
                        tuple(RED, at("2026-03-26T10:00"), "cards-test", "430200", CardState.ISSUED),
                        tuple(YELLOW, at("2026-03-23T10:00"), "cards-test", "430200", CardState.ISSUED),
                        tuple(BLUE, at("2026-03-18T10:00"), "cards-test", "430200", CardState.ISSUED));
        assertThat(of(no).get(0).message()).isEqualTo("办件编号为" + no + "，项目名称为，法定时限为10个工作日，已超过法定时限，请速办理。");
        assertThat(of(no).get(0).basis()).contains("行政许可法第四十二条").contains("规则 caseRed");
        assertThat(events.stream(CardRaised.class).filter(e -> e.caseNo().equals(no)))
                .extracting(CardRaised::light)
                .containsExactly(BLUE, YELLOW, RED);
    }

    @Test
    void theSweepAndTheTimerMeetInOneCard() {
        var no = started("4302002026031200000021");
        time.setTo(at("2026-03-23T10:00:01"));

        sweep.sweep();

        assertThat(lights.raise(no)).isEmpty();
        assertThat(of(no)).extracting(Card::light).containsExactly(YELLOW, BLUE);
        assertThat(sql.sql("update clock set raised = 0 where case_no = ?")
                        .param(no)
                        .update())
                .isOne();
        assertThat(lights.raise(no))
                .as("even where the mark is lost the card is one")
                .isEmpty();
        assertThat(of(no)).hasSize(2);
    }

    @Test
    void anAlarmThatTheLedgerHasOvertakenRaisesNothing() {
        var no = started("4302002026031200000031");
        clocks.startSpecialProcedure(no, 3, "专家评审", "行政许可法第四十五条", at("2026-03-17T10:00"));

        assertThat(raisedAt("2026-03-18T10:00:01", no)).isEmpty();
        assertThat(raisedAt("2026-03-23T10:00:01", no)).containsExactly(BLUE);
    }

    @Test
    void anEndedCaseGetsNoWarningButItsBreachIsRecordedLate() {
        var inTime = started("4302002026031200000041");
        clocks.finish(inTime, at("2026-03-19T10:00"));
        var late = started("4302002026031200000042");
        clocks.finish(late, at("2026-03-24T10:00"));

        assertThat(raisedAt("2026-03-27T10:00", inTime)).isEmpty();
        assertThat(raisedAt("2026-03-27T10:00", late)).containsExactly(YELLOW);
    }

    @Test
    void fiveThousandDueAtOnceAreRaisedOnceEach() {
        sql.sql(
                        """
                        insert into clock (case_no, kind, month, department, region, promised, statutory, unit, counting_rule,
                            calendar_region, calendar_edition, thresholds, thresholds_version, started_at, blue_at, yellow_at, red_at)
                        select '43030020260312' || lpad(n::text, 8, '0'), 'CASE', '2026-03-01', 'crowd', '430300', 7, 10,
                            'WORKING_DAY', 'EXACT_TIME', '430000', 1, '[]', 1, :start, :blue, :yellow, :red
                        from generate_series(1, 5000) n""")
                .param("start", java.sql.Timestamp.from(at("2026-03-12T10:00")))
                .param("blue", java.sql.Timestamp.from(at("2026-03-18T10:00")))
                .param("yellow", java.sql.Timestamp.from(at("2026-03-23T10:00")))
                .param("red", java.sql.Timestamp.from(at("2026-03-26T10:00")))
                .update();
        time.setTo(at("2026-03-18T10:00:01"));

        together(4, sweep::sweep);
        sweep.sweep();

        assertThat(sql.sql("select light || ' ' || count(*) from card where department = 'crowd' group by light")
                        .query(String.class)
                        .list())
                .containsExactly("BLUE 5000");
        sql.sql("update clock set finished_at = :at where department = 'crowd'")
                .param("at", java.sql.Timestamp.from(at("2026-03-18T11:00")))
                .update();
    }

    private String started(String no) {
        clocks.start(no, TERMS, at("2026-03-12T10:00"));
        return no;
    }

    private List<Light> raisedAt(String local, String no) {
        time.setTo(at(local));
        return lights.raise(no).stream()
                .filter(card -> card.kind() == ClockKind.CASE)
                .map(CardRaised::light)
                .toList();
    }

    private List<Card> of(String no) {
        return sql.sql("select * from card where case_no = ? order by raised_at desc, id desc")
                .param(no)
                .query(Card.class)
                .list();
    }

    private static void together(int threads, Callable<?> act) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var done : pool.invokeAll(java.util.Collections.nCopies(threads, act))) done.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
