package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.engine.CaseClock;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PlatformTest
@RecordApplicationEvents
class CaseClocksTest {

    private static final Clocks.Terms TERMS =
            new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430100", "health");

    @Autowired
    Clocks clocks;

    @Autowired
    CaseClock timers;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    @Test
    void whoComesSecondStartsNothingAndIsNotRefused() {
        var no = "4301002026021300000099";
        var key = Clocks.Key.of(no, ClockKind.BUNDLE);
        var terms = new Clocks.Terms(5, 0, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430100", "health");

        assertThat(clocks.startOnce(key, terms, at("2026-02-13T09:00"))).isTrue();
        assertThat(clocks.startOnce(key, terms, at("2026-02-13T10:00"))).isFalse();
        assertThat(clocks.face(key, at("2026-02-13T11:00")).startedAt()).isEqualTo(at("2026-02-13T09:00"));
    }

    @Test
    void aStartedClockHasItsInstantsInTheRowInTheEventAndForTheTimers() {
        var no = "4301002026021200000010";

        clocks.start(no, TERMS, at("2026-02-12T10:00"));

        assertThat(stored(no, "blue_at")).isEqualTo(at("2026-02-25T10:00")).isEqualTo(timers.blueAt(no));
        assertThat(stored(no, "yellow_at")).isEqualTo(at("2026-02-28T10:00")).isEqualTo(timers.yellowAt(no));
        assertThat(stored(no, "red_at")).isEqualTo(at("2026-03-04T10:00")).isEqualTo(timers.redAt(no));
        assertThat(stored(no, "next_light_at")).isEqualTo(at("2026-02-25T10:00"));
        assertThat(events.stream(ClockChanged.class).filter(e -> e.key().equals(Clocks.Key.ofCase(no))))
                .containsExactly(new ClockChanged(
                        Clocks.Key.ofCase(no),
                        at("2026-02-12T10:00"),
                        at("2026-02-25T10:00"),
                        at("2026-02-28T10:00"),
                        at("2026-03-04T10:00"),
                        at("2026-02-28T10:00"),
                        false,
                        null));
    }

    @Test
    void aReplayOfTheLedgerGivesTheStoredInstantsAndTheLightOfEveryInstant() {
        var no = "4301002026021200000020";
        clocks.start(no, TERMS, at("2026-02-12T10:00"));
        clocks.startSpecialProcedure(no, 3, "专家评审", "行政许可法第四十五条", at("2026-02-13T09:00"));
        clocks.endSpecialProcedure(no, at("2026-02-14T09:00"));
        clocks.stop(no, "补正", "事项特别程序：补正", at("2026-02-24T12:00"));

        assertThat(stored(no, "yellow_at")).isNull();
        assertThat(timers.yellowAt(no)).isAfter(at("2100-01-01T00:00"));
        assertThat(clocks.face(no, at("2026-02-25T12:00")).stopped()).isTrue();

        clocks.resume(no, at("2026-02-25T12:00"));
        clocks.extend(no, 2, "情况复杂", "行政许可法第四十二条", at("2026-02-26T12:00"));

        var face = clocks.face(no, at("2026-02-27T12:00"));
        // 7 days, 1 of the special procedure, 1 stopped, 2 of the extension
        assertThat(face.yellowAt()).isEqualTo(at("2026-03-05T10:00")).isEqualTo(stored(no, "yellow_at"));
        assertThat(face.blueAt()).isEqualTo(stored(no, "blue_at"));
        assertThat(face.redAt()).isEqualTo(stored(no, "red_at"));
        assertThat(face.usedDays()).isEqualTo(5);
        assertThat(face.remainingDays()).isEqualTo(4);
        assertThat(face.entries())
                .extracting(Clocks.Entry::kind)
                .containsExactly(
                        "STARTED",
                        "SPECIAL_PROCEDURE_STARTED",
                        "SPECIAL_PROCEDURE_ENDED",
                        "STOPPED",
                        "RESUMED",
                        "EXTENDED");
        var before = clocks.face(no, at("2026-02-13T12:00"));
        assertThat(before.yellowAt()).isEqualTo(at("2026-03-04T10:00"));
        assertThat(before.entries()).hasSize(2);
    }

    @Test
    void theClocksOfAListReadTogetherAreWhatEachIsAlone() {
        var quiet = Clocks.Key.ofCase("4301002026021200000050");
        var stopped = Clocks.Key.ofCase("4301002026021200000061");
        var none = Clocks.Key.ofCase("4301002026021200000072");
        clocks.start(quiet, TERMS, at("2026-02-12T10:00"));
        clocks.start(stopped, TERMS, at("2026-02-12T11:00"));
        clocks.start(Clocks.Key.of(stopped.no(), ClockKind.LICENSE_ISSUE), TERMS, at("2026-02-13T11:00"));
        clocks.stop(stopped, "补正", "事项特别程序：补正", at("2026-02-24T12:00"));
        var now = at("2026-02-27T12:00");

        var faces = clocks.faces(List.of(quiet, stopped, none), now);

        assertThat(faces)
                .hasSize(3)
                .containsEntry(quiet, clocks.face(quiet, now))
                .containsEntry(stopped, clocks.face(stopped, now))
                .containsEntry(none, clocks.face(none, now));
        assertThat(faces.get(stopped).stopped()).isTrue();
        assertThat(clocks.faces(List.of(), now)).isEmpty();
    }

    @Test
    void aCaseWithoutAClockShowsNone() {
        var face = clocks.face("4301002026021200000031", at("2026-02-27T12:00"));

        assertThat(face.light()).isEqualTo(Light.NONE);
        assertThat(face.startedAt()).isNull();
        assertThat(face.entries()).isEmpty();
    }

    @Test
    void theFinishedClockIsNeitherChangedNorLitAnew() {
        var no = "4301002026021200000040";
        clocks.start(no, TERMS, at("2026-02-12T10:00"));
        clocks.finish(no, at("2026-02-24T10:00"));

        assertThat(stored(no, "next_light_at")).isNull();
        assertThat(clocks.face(no, at("2026-06-01T10:00")).light()).isEqualTo(Light.NONE);
        conflict("clock-finished", () -> clocks.stop(no, "补正", "", at("2026-02-25T10:00")));
        conflict("clock-finished", () -> clocks.finish(no, at("2026-02-25T10:00")));
    }

    @Test
    void actsThatContradictTheLedgerAreConflicts() {
        var no = "4301002026021200000051";
        conflict("clock-not-started", () -> clocks.finish(no, at("2026-02-12T10:00")));
        clocks.start(no, TERMS, at("2026-02-12T10:00"));
        conflict("clock-started", () -> clocks.start(no, TERMS, at("2026-02-12T11:00")));
        conflict("special-procedure-none", () -> clocks.endSpecialProcedure(no, at("2026-02-12T11:00")));
        conflict("clock-not-stopped", () -> clocks.resume(no, at("2026-02-12T11:00")));
        clocks.startSpecialProcedure(no, 3, "听证", "行政许可法第四十五条", at("2026-02-13T09:00"));
        conflict(
                "special-procedure-open",
                () -> clocks.startSpecialProcedure(no, 3, "听证", "行政许可法第四十五条", at("2026-02-13T10:00")));
        conflict("special-procedure-open", () -> clocks.stop(no, "补正", "", at("2026-02-13T10:00")));

        assertThat(lines(no)).isEqualTo(2);
    }

    @Test
    void aNodeWhoseTimeIsALittleBehindStillWritesInOrder() {
        var no = "4301002026021200000062";
        clocks.start(no, TERMS, at("2026-02-12T10:00"));

        clocks.stop(no, "补正", "", at("2026-02-12T09:59:58"));

        assertThat(clocks.face(no, at("2026-02-12T10:00")).entries().get(1).at())
                .isEqualTo(at("2026-02-12T10:00"));
    }

    @Test
    void whatADepartmentReportsLateCountsInTheOrderOfTheLedgerAndKeepsItsOwnTime() {
        var no = "4301002026021200000095";
        clocks.start(no, TERMS, at("2026-02-12T10:00"));
        clocks.startSpecialProcedure(no, 3, "检测", "行政许可法第四十五条", at("2026-02-13T09:00"));
        clocks.endSpecialProcedure(no, at("2026-02-12T16:00"));

        var face = clocks.face(no, at("2026-02-13T12:00"));
        var ended = face.entries().get(2);
        assertThat(ended.at()).isEqualTo(at("2026-02-13T09:00"));
        assertThat(ended.statedAt()).isEqualTo(at("2026-02-12T16:00"));
        assertThat(face.yellowAt()).as("no day of it was used").isEqualTo(at("2026-02-28T10:00"));
        assertThat(face.entries().get(1).statedAt()).isNull();
    }

    @Test
    void theLedgerOnlyGrows() {
        var no = "4301002026021200000073";
        clocks.start(no, TERMS, at("2026-02-12T10:00"));

        refused("update clock_entry set at = now() where case_no = '" + no + "'");
        refused("delete from clock_entry where case_no = '" + no + "'");
        assertThat(lines(no)).isEqualTo(1);
    }

    @Test
    void anApplicantHasFifteenWorkingDaysForASupplement() {
        var due = timers.supplementDueAt("A4301002026021200000084");

        var calendar = Samples.PROVINCE;
        var day = Reckoning.day(Instant.now());
        for (var n = 0; n < 15; n++) day = calendar.nextWorkingDay(day);
        assertThat(due).isEqualTo(day.atTime(17, 0).atZone(WorkingCalendar.ZONE).toInstant());
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> sql.sql(statement).update()).rootCause().hasMessageContaining("append-only");
    }

    private static void conflict(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    private Instant stored(String caseNo, String column) {
        var at = sql.sql("select " + column + " from clock where case_no = ? and kind = 'CASE'")
                .param(caseNo)
                .query((row, n) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single();
        return at.map(java.sql.Timestamp::toInstant).orElse(null);
    }

    private int lines(String caseNo) {
        return sql.sql("select count(*) from clock_entry where case_no = ? and kind = 'CASE'")
                .param(caseNo)
                .query(Integer.class)
                .single();
    }
}
