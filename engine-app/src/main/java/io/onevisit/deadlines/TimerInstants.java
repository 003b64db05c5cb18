package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.engine.CaseClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells models when their timers are due. */
@Component
class TimerInstants implements CaseClock {

    /** 行政许可法 art. 32(1)(4). */
    private static final int NOTICE_DAYS = 5;

    private final ClockStore store;
    private final Calendars calendars;
    private final DeadlinesProperties limits;
    private final Clock now;
    private final JdbcClient sql;

    TimerInstants(ClockStore store, Calendars calendars, DeadlinesProperties limits, Clock now, JdbcClient sql) {
        this.sql = sql;
        this.store = store;
        this.calendars = calendars;
        this.limits = limits;
        this.now = now;
    }

    @Override
    public Instant blueAt(String caseNo) {
        return instant(caseNo, ClockRow.Instants::blueAt);
    }

    @Override
    public Instant yellowAt(String caseNo) {
        return instant(caseNo, ClockRow.Instants::yellowAt);
    }

    @Override
    public Instant redAt(String caseNo) {
        return instant(caseNo, ClockRow.Instants::redAt);
    }

    @Override
    public Instant dueAt(String businessKey, String kind) {
        var first = Clocks.Key.of(businessKey, ClockKind.valueOf(kind));
        var key = first.kind() == ClockKind.SPECIAL_PROCEDURE
                ? store.running(businessKey, first.kind()).orElse(first)
                : first;
        return store.find(key)
                .map(clock -> AlarmTimes.of(clock.instants()).dueAt())
                .orElseThrow(() -> new IllegalStateException(businessKey + " 的时限（" + kind + "）尚未开始计时，无法设定时限提醒"));
    }

    /** Whole working days from the next one on, until business ends on the last. */
    @Override
    public Instant supplementDueAt(String businessKey) {
        return after(businessKey, limits.supplementDays(), now.instant());
    }

    /** Five whole working days from receipt, also of what a window took in without the network; a notice given later comes too late. */
    @Override
    public Instant noticeDueAt(String applicationNo) {
        var received = sql.sql(
                        "select coalesce(received_at, submitted_at) from application where month = month_of(:no) and application_no = :no")
                .param("no", applicationNo)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        return after(applicationNo, NOTICE_DAYS, received.orElseGet(now::instant));
    }

    private Instant after(String businessKey, int days, Instant from) {
        var calendar = calendars.of(region(businessKey));
        var ledger = new Ledger(
                ClockKind.CASE, days, days, LimitUnit.WORKING_DAY, CountingRule.NEXT_WORKDAY, from, List.of());
        var end = new Threshold(Light.YELLOW, Threshold.Basis.PROMISED, 0, "supplement");
        return new Reckoning(ledger, calendar, List.of(end)).begins(Light.YELLOW);
    }

    private Instant instant(String caseNo, Function<ClockRow.Instants, Instant> light) {
        var clock = store.find(Clocks.Key.ofCase(caseNo))
                .orElseThrow(() -> new IllegalStateException("办件 " + caseNo + " 尚未开始计时，无法设定时限提醒"));
        return light.apply(AlarmTimes.of(clock.instants()));
    }

    /** Numbers begin with the region, after the letter that says what is numbered. */
    private static String region(String businessKey) {
        var digits = businessKey.replaceFirst("^[A-Z]", "");
        return digits.matches("\\d{6}.*") ? digits.substring(0, 6) : "430000";
    }
}
