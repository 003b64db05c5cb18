package io.onevisit.deadlines;

import io.onevisit.engine.Alarms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts running clocks by another edition of their calendar, a batch in a transaction: a thousand cost little more than one. */
@Component
class Recounts {

    static final String PUBLISHED = "CALENDAR_PUBLISHED";
    static final String REBASED = "CALENDAR_REBASED";
    static final int BATCH = 500;

    private final ClockStore store;
    private final ClockBatch batch;
    private final Calendars calendars;
    private final Alarms alarms;
    private final ApplicationEventPublisher events;

    Recounts(ClockStore store, ClockBatch batch, Calendars calendars, Alarms alarms, ApplicationEventPublisher events) {
        this.store = store;
        this.batch = batch;
        this.calendars = calendars;
        this.alarms = alarms;
        this.events = events;
    }

    /** What would become of these clocks; one that would leave the calendar's years stays as it is. */
    List<ClockBatch.Move> supposed(Collection<ClockRow> clocks, CalendarStore.Key edition) {
        var calendar = calendars.edition(edition);
        var lines = batch.lines(clocks);
        var moves = new ArrayList<ClockBatch.Move>();
        for (var clock : clocks) {
            var own = lines.getOrDefault(clock.key(), List.of());
            var ledger = clock.ledger(Faces.entries(own));
            try {
                var reckoning = new Reckoning(ledger, calendar, clock.thresholds());
                reckoning.provisional();
                moves.add(new ClockBatch.Move(clock, ledger, own.size(), edition, reckoning));
            } catch (OutsideCalendar e) {
                continue;
            }
        }
        return moves;
    }

    /**
     * Counts those of these clocks that still run and are older than the edition; ledger, row, case and timers change
     * together.
     *
     * @param act {@link #PUBLISHED} or {@link #REBASED}
     * @param token of the preview that was confirmed, {@code null} where there is none
     */
    @Transactional
    public List<ClockBatch.Move> apply(
            Collection<Clocks.Key> keys, CalendarStore.Key edition, String act, String note, String token, Instant at) {
        events.publishEvent(new ClocksToChange(keys.stream().map(Clocks.Key::no).collect(Collectors.toSet())));
        var clocks = store.lock(keys).stream()
                .filter(clock -> edition.follows(clock.calendar()))
                .toList();
        var moves = supposed(clocks, edition);
        if (moves.isEmpty()) return moves;
        batch.write(moves, act, note, at);
        batch.report(moves, token, at);
        tell(moves.stream().map(Recounts::change).toList());
        redate(moves);
        return moves;
    }

    /** Cases are many and told of together; each clock of another kind is told of as if it had changed alone. */
    private void tell(List<ClockChanged> changes) {
        events.publishEvent(new ClocksChanged(changes.stream()
                .filter(change -> change.key().kind() == ClockKind.CASE)
                .toList()));
        changes.stream().filter(change -> change.key().kind() != ClockKind.CASE).forEach(events::publishEvent);
    }

    private void redate(List<ClockBatch.Move> moves) {
        var byNumber = moves.stream()
                .collect(Collectors.groupingBy(m -> m.clock().key().no()));
        var late = new ArrayList<Alarms.Timer>();
        for (var timer : alarms.timers(byNumber.keySet()))
            for (var move : byNumber.get(timer.businessKey())) {
                var due = AlarmTimes.of(move.clock().key(), AlarmTimes.of(move.is()), timer.element());
                if (due != null && due.toEpochMilli() != timer.due().toEpochMilli()) late.add(timer.at(due));
            }
        alarms.redate(late);
    }

    private static ClockChanged change(ClockBatch.Move move) {
        return new ClockChanged(
                move.clock().key(),
                move.clock().startedAt(),
                move.is().blueAt(),
                move.is().yellowAt(),
                move.is().redAt(),
                move.is().dueAt(),
                move.ledger().open() != null,
                move.ledger().finishedAt());
    }
}
