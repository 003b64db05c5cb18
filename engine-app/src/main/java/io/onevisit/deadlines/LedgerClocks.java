package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.engine.Alarms;
import io.onevisit.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks in the database: each act locks the clock, adds to its ledger and tells whoever depends on it. */
@Component
class LedgerClocks implements Clocks {

    /**
     * An entry never counts before the one it follows. The nodes' clocks may differ a little; what is further off (a
     * department reports late) keeps the time it was said to be beside the one it counts from.
     */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final String STARTED = "STARTED";

    private final ClockStore store;
    private final Calendars calendars;
    private final Thresholds thresholds;
    private final Alarms alarms;
    private final ApplicationEventPublisher events;

    LedgerClocks(
            ClockStore store,
            Calendars calendars,
            Thresholds thresholds,
            Alarms alarms,
            ApplicationEventPublisher events) {
        this.store = store;
        this.calendars = calendars;
        this.thresholds = thresholds;
        this.alarms = alarms;
        this.events = events;
    }

    @Override
    @Transactional
    public void start(Key key, Terms terms, Instant at) {
        if (!startOnce(key, terms, at)) throw Problem.conflict("clock-started", key.no() + " 的时限已经开始计算，不能重复开始。");
    }

    @Override
    @Transactional
    public boolean startOnce(Key key, Terms terms, Instant at) {
        if (terms.promised() < 0 || Math.max(terms.promised(), terms.statutory()) > Ledger.LONGEST)
            throw Problem.invalid("limit-invalid", "时限应为 0 至 " + Ledger.LONGEST + " 之间的整数，请核对事项的承诺时限和法定时限。");
        var calendar = calendars.of(terms.region());
        var lights = thresholds.of(key.kind(), terms.region());
        var clock = new ClockRow(
                key,
                month(key.no(), at),
                terms.department(),
                terms.region(),
                terms.promised(),
                terms.statutory(),
                terms.unit(),
                terms.rule(),
                new CalendarStore.Key(calendar.region(), calendar.edition()),
                lights.lights(),
                lights.version(),
                at.truncatedTo(ChronoUnit.MICROS),
                null);
        var reckoned = reckon(clock, clock.ledger(List.of()));
        if (!store.start(reckoned, new ClockStore.Line(STARTED, clock.startedAt(), null, null, null, null, null)))
            return false;
        tell(reckoned); // timers that wait for a clock are made after it has started
        return true;
    }

    @Override
    @Transactional
    public void startSpecialProcedure(String caseNo, int days, String reason, String legalBasis, Instant at) {
        startSpecialProcedure(caseNo, days, daysOf(caseNo), reason, legalBasis, at);
    }

    @Override
    @Transactional
    public void startSpecialProcedure(
            String caseNo, int days, LimitUnit unit, String reason, String legalBasis, Instant at) {
        var other = unit == daysOf(caseNo) ? null : unit;
        var asked = new Ledger.Entry(Ledger.Act.SPECIAL_PROCEDURE_STARTED, at, days, other, reason, legalBasis);
        var clock = add(Key.ofCase(caseNo), asked);
        start(next(caseNo, ClockKind.SPECIAL_PROCEDURE), ownTerms(clock, days, unit), at);
    }

    @Override
    @Transactional
    public void endSpecialProcedure(String caseNo, Instant at) {
        var own = running(caseNo, ClockKind.SPECIAL_PROCEDURE);
        var leftOpen = own.isPresent() && running(caseNo, ClockKind.CASE).isEmpty();
        if (!leftOpen) add(Key.ofCase(caseNo), new Ledger.Entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, at));
        own.ifPresent(key -> finish(key, at));
    }

    @Override
    @Transactional
    public void stop(Key key, String reason, String legalBasis, Instant at) {
        add(key, new Ledger.Entry(Ledger.Act.STOPPED, at, 0, reason, legalBasis));
    }

    @Override
    @Transactional
    public void resume(Key key, Instant at) {
        add(key, new Ledger.Entry(Ledger.Act.RESUMED, at));
    }

    @Override
    @Transactional
    public void extend(Key key, int days, String reason, String legalBasis, Instant at) {
        add(key, new Ledger.Entry(Ledger.Act.EXTENDED, at, days, reason, legalBasis));
    }

    @Override
    @Transactional
    public void finish(Key key, Instant at) {
        add(key, new Ledger.Entry(Ledger.Act.FINISHED, at));
    }

    @Override
    @Transactional
    public void callOff(Key key, String reason, Instant at) {
        add(key, new Ledger.Entry(Ledger.Act.CALLED_OFF, at, 0, reason, null));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Key> of(String no) {
        return store.of(no);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Key> running(String no, ClockKind kind) {
        return store.running(no, kind);
    }

    @Override
    @Transactional(readOnly = true)
    public Key next(String no, ClockKind kind) {
        return new Key(no, kind, store.last(no, kind) + 1);
    }

    @Override
    @Transactional(readOnly = true)
    public Face face(Key key, Instant at) {
        var clock = store.find(key).orElse(null);
        if (clock == null) return Faces.NOT_STARTED;
        return Faces.of(clock, store.lines(clock), calendars.edition(clock.calendar()), at);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Key, Face> faces(Collection<Key> keys, Instant at) {
        var clocks = store.find(keys);
        var lines = clocks.isEmpty() ? Map.<Key, List<ClockStore.Line>>of() : store.lines(clocks);
        var faces = new HashMap<Key, Face>();
        keys.forEach(key -> faces.put(key, Faces.NOT_STARTED));
        clocks.forEach(clock -> faces.put(
                clock.key(),
                Faces.of(clock, lines.getOrDefault(clock.key(), List.of()), calendars.edition(clock.calendar()), at)));
        return faces;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Explanation> explain(Key key, Instant at) {
        return store.find(key).filter(clock -> !clock.startedAt().isAfter(at)).map(clock -> {
            var calendar = calendars.edition(clock.calendar());
            var ledger = clock.ledger(Faces.entries(store.lines(clock))).until(at);
            return Wording.explain(ledger, calendar, new Reckoning(ledger, calendar, clock.thresholds()), at);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Forecast forecast(String caseNo, Move move, int days, LimitUnit unit, Instant at) {
        var clock = ofCase(caseNo);
        var now = clock.ledger(Faces.entries(store.lines(clock)));
        var act = move == Move.EXTENSION ? Ledger.Act.EXTENDED : Ledger.Act.SPECIAL_PROCEDURE_STARTED;
        var other = unit == days(clock) ? null : unit;
        var then =
                now.with(new Ledger.Entry(act, at.isBefore(now.lastAt()) ? now.lastAt() : at, days, other, null, null));
        return new Forecast(
                days,
                lastDay(clock, days, unit, at),
                lights(reckoning(clock, now).instants()),
                lights(reckon(clock, then).instants()));
    }

    @Override
    @Transactional(readOnly = true)
    public int daysUntil(String caseNo, LocalDate day, LimitUnit unit, Instant at) {
        return (int) days(ofCase(caseNo), unit, at)
                .limit(Ledger.LONGEST + 1L)
                .takeWhile(next -> !next.isAfter(day))
                .count();
    }

    @Override
    @Transactional(readOnly = true)
    public LimitUnit daysOf(String caseNo) {
        return days(ofCase(caseNo));
    }

    private ClockRow ofCase(String caseNo) {
        return store.find(Key.ofCase(caseNo)).orElseThrow(() -> notStarted(caseNo));
    }

    private static LimitUnit days(ClockRow clock) {
        return clock.unit() == LimitUnit.CALENDAR_DAY ? LimitUnit.CALENDAR_DAY : LimitUnit.WORKING_DAY;
    }

    private LocalDate lastDay(ClockRow clock, int days, LimitUnit unit, Instant at) {
        return days(clock, unit, at).skip(days - 1L).findFirst().orElseThrow();
    }

    /** The days after today that count, working days by the case's calendar. */
    private Stream<LocalDate> days(ClockRow clock, LimitUnit unit, Instant at) {
        var today = LocalDate.ofInstant(at, WorkingCalendar.ZONE);
        if (unit == LimitUnit.CALENDAR_DAY) return Stream.iterate(today.plusDays(1), day -> day.plusDays(1));
        var calendar = calendars.edition(calendars.resolving(clock.calendar()));
        return Stream.iterate(calendar.nextWorkingDay(today), calendar::nextWorkingDay);
    }

    private static Lights lights(ClockRow.Instants instants) {
        return new Lights(instants.blueAt(), instants.yellowAt(), instants.redAt());
    }

    private static Problem notStarted(String no) {
        return Problem.conflict("clock-not-started", no + " 尚未开始计时，无法登记时限记录。");
    }

    private ClockRow add(Key key, Ledger.Entry entry) {
        var clock = store.lock(key).orElseThrow(() -> notStarted(key.no()));
        var before = clock.ledger(Faces.entries(store.lines(clock)));
        var said = entry.at().truncatedTo(ChronoUnit.MICROS);
        var timed = entry.at(said.isBefore(before.lastAt()) ? before.lastAt() : said);
        var stated = said.plus(SKEW).isBefore(timed.at()) ? said : null;
        var ledger = before.with(timed);
        var days = timed.days() == 0 ? null : timed.days();
        settle(
                clock,
                ledger,
                new ClockStore.Line(
                        timed.act().name(),
                        timed.at(),
                        days,
                        timed.unit(),
                        timed.reason(),
                        timed.legalBasis(),
                        stated));
        return clock;
    }

    private void settle(ClockRow clock, Ledger ledger, ClockStore.Line line) {
        var reckoned = reckon(clock, ledger);
        store.settle(reckoned, line);
        tell(reckoned);
        if (ledger.finishedAt() == null) {
            redate(reckoned.clock().key(), AlarmTimes.of(reckoned.instants()));
        }
    }

    private void tell(Reckoned reckoned) {
        var instants = reckoned.instants();
        events.publishEvent(new ClockChanged(
                reckoned.clock().key(),
                reckoned.clock().startedAt(),
                instants.blueAt(),
                instants.yellowAt(),
                instants.redAt(),
                instants.dueAt(),
                reckoned.ledger().open() != null,
                reckoned.ledger().finishedAt()));
    }

    /** A case's timers wait for its lights, any other clock's for its end. */
    private void redate(Key key, ClockRow.Instants alarm) {
        if (key.kind() == ClockKind.CASE) alarms.redate(key.no(), alarm.blueAt(), alarm.yellowAt(), alarm.redAt());
        else if (key.awaited()) alarms.redate(key.no(), key.kind().timer(), alarm.dueAt());
    }

    /** A special procedure's limit is the days asked for. */
    private static Terms ownTerms(ClockRow clock, int days, LimitUnit unit) {
        return new Terms(days, 0, unit, CountingRule.EXACT_TIME, clock.region(), clock.department());
    }

    /** A clock that reaches into a year unpublished in its edition is counted by the one that publishes it. */
    private Reckoned reckon(ClockRow clock, Ledger ledger) {
        var reckoning = reckoning(clock, ledger);
        if (reckoning.provisional()) {
            var newest = calendars.resolving(clock.calendar());
            if (!newest.equals(clock.calendar())) {
                var counted = clock.countedBy(newest);
                reckoning = reckoning(counted, ledger);
                return Reckoned.of(counted, ledger, reckoning);
            }
        }
        return Reckoned.of(clock, ledger, reckoning);
    }

    private Reckoning reckoning(ClockRow clock, Ledger ledger) {
        return new Reckoning(ledger, calendars.edition(clock.calendar()), clock.thresholds());
    }

    /**
     * A clock with what its ledger implies.
     *
     * @param usedDays units used until the end, {@code null} while it runs
     */
    record Reckoned(ClockRow clock, Ledger ledger, ClockRow.Instants instants, boolean provisional, Integer usedDays) {

        static Reckoned of(ClockRow clock, Ledger ledger, Reckoning reckoning) {
            var end = ledger.finishedAt();
            return new Reckoned(
                    clock,
                    ledger,
                    reckoning.instants(),
                    reckoning.provisional(),
                    end == null ? null : Integer.valueOf(reckoning.used(end)));
        }
    }

    /** The month in a number is the partition everything of it lies in; a letter before it says what is numbered. */
    private static LocalDate month(String no, Instant at) {
        var digits = no.replaceFirst("^[A-Z]", "");
        return digits.matches("\\d{6}20\\d{2}(0[1-9]|1[0-2])\\d+")
                ? LocalDate.of(Integer.parseInt(digits.substring(6, 10)), Integer.parseInt(digits.substring(10, 12)), 1)
                : Reckoning.day(at).withDayOfMonth(1);
    }
}
