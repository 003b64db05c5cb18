package io.onevisit.deadlines;

import io.onevisit.engine.Alarms;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The watch of the engine over a running case, set again from its ledger where a move of its process lost it. */
@Component
public class LostAlarms {

    private final ClockStore store;
    private final Alarms alarms;
    private final Clock now;

    LostAlarms(ClockStore store, Alarms alarms, Clock now) {
        this.store = store;
        this.alarms = alarms;
        this.now = now;
    }

    /**
     * The next light to come gets its timer; a light before that is raised by the sweep, as each one is.
     *
     * @return whether one was lost and is there again
     */
    public boolean restore(String caseNo) {
        return store.running(caseNo, ClockKind.CASE)
                .flatMap(store::find)
                .filter(clock -> alarms.pending(caseNo).isEmpty())
                .map(clock -> next(AlarmTimes.of(clock.instants())))
                .filter(light -> !light.isEmpty())
                .filter(light -> alarms.restore(caseNo, light))
                .isPresent();
    }

    private String next(ClockRow.Instants lights) {
        var at = now.instant();
        return lights.yellowAt().isAfter(at) ? "yellow" : lights.redAt().isAfter(at) ? "red" : "";
    }
}
