package io.onevisit.operations;

import io.onevisit.cases.CaseState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the platform and the engine keep of a matter at one moment: what a move may change.
 *
 * @param places labels of the elements the process waits at
 * @param spots ids of these elements
 * @param states of the cases concerned, by number
 * @param running numbers of them under which a process runs
 * @param stage of the application; empty where there is none
 * @param closed whether the application is
 * @param tasks open ones: who has to do what, by id
 * @param calls work for workers, by id
 * @param clocks by number, kind and count
 * @param ledger lines of their ledgers, by number, kind, count and line
 * @param alarms due instants of light timers, by number and element
 * @param notices titles, by id
 * @param handoffs kinds, by key
 * @param incidents labels of elements, by id
 */
record Footprint(
        String instance,
        String edition,
        List<String> places,
        List<String> spots,
        Map<String, CaseState> states,
        List<String> running,
        String stage,
        boolean closed,
        Map<String, String> tasks,
        Map<String, Call> calls,
        Map<String, ClockFace> clocks,
        Map<String, String> ledger,
        Map<String, Instant> alarms,
        Map<String, String> notices,
        Map<String, String> handoffs,
        Map<String, String> incidents) {

    /** By which a later look tells whether anything that matters has changed. */
    String mark(String number) {
        return String.join(
                "|",
                edition,
                String.join(",", spots),
                String.valueOf(states.get(number)),
                stage,
                String.valueOf(ledger.size()),
                String.join(",", incidents.keySet()));
    }

    record Call(String topic, String activity, String number) {}

    record ClockFace(String number, String kind, Instant yellowAt, Instant redAt, boolean stopped, boolean finished) {}
}
