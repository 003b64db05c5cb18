package io.onevisit.deadlines;

import io.onevisit.engine.Alarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves at start and every hour that each running clock has the alarm its ledger asks for; repairs and reports. A batch
 * of clocks is held against the engine's timers in one question; only what seems astray is locked and looked at again.
 */
@Component
class AlarmProof {

    private static final Logger log = LoggerFactory.getLogger(AlarmProof.class);
    private static final int BATCH = 1000;
    private static final int NAMED = 100;
    private static final Clocks.Key FIRST = new Clocks.Key("", ClockKind.CASE, 0);

    private final ClockStore store;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock now;

    AlarmProof(ClockStore store, Alarms alarms, TransactionTemplate transaction, JdbcClient sql, Clock now) {
        this.store = store;
        this.alarms = alarms;
        this.transaction = transaction;
        this.sql = sql;
        this.now = now;
    }

    /**
     * @param redated alarms set to another instant
     * @param missing cases with a light to come but no alarm at all; the sweep raises their cards
     * @param cases the first hundred numbers concerned
     */
    record Report(int checked, int redated, int missing, List<String> cases) {}

    /**
     * @param late timers with the instants they should have
     * @param watched numbers that have any timer for a light
     */
    private record Found(List<Alarms.Timer> late, Set<String> watched) {}

    @EventListener(ApplicationReadyEvent.class)
    @SchedulerLock(name = "alarm-proof-at-start")
    void atStart() {
        prove();
    }

    @Scheduled(cron = "${onevisit.deadlines.proof:0 7 * * * *}")
    @SchedulerLock(name = "alarm-proof", lockAtMostFor = "PT10M", lockAtLeastFor = "PT10M")
    void everyHour() {
        prove();
    }

    Report prove() {
        var started = now.instant();
        var checked = 0;
        var redated = 0;
        var missing = 0;
        var cases = new ArrayList<String>();
        for (var batch = store.open(FIRST, BATCH);
                !batch.isEmpty();
                batch = store.open(batch.get(batch.size() - 1).key(), BATCH)) {
            var found = compare(batch);
            checked += batch.size();
            for (var clock : batch)
                if (unwatched(clock, found)) {
                    missing++;
                    cases.add(clock.key().no());
                }
            var repaired = repair(batch, found.late);
            redated += repaired.size();
            cases.addAll(repaired);
        }
        var named = cases.stream().distinct().limit(NAMED).toList();
        var report = new Report(checked, redated, missing, named);
        record(report, started);
        return report;
    }

    private Found compare(Collection<ClockRow> clocks) {
        var byNumber = clocks.stream()
                .collect(Collectors.groupingBy(clock -> clock.key().no()));
        var late = new ArrayList<Alarms.Timer>();
        var watched = new HashSet<String>();
        for (var timer : alarms.timers(byNumber.keySet()))
            for (var clock : byNumber.get(timer.businessKey())) {
                var due = AlarmTimes.of(clock.key(), AlarmTimes.of(clock.instants()), timer.element());
                if (due == null) continue;
                if (clock.key().kind() == ClockKind.CASE) watched.add(timer.businessKey());
                // The engine keeps milliseconds.
                if (due.toEpochMilli() != timer.due().toEpochMilli()) late.add(timer.at(due));
            }
        return new Found(late, watched);
    }

    private boolean unwatched(ClockRow clock, Found found) {
        return clock.key().kind() == ClockKind.CASE
                && AlarmTimes.of(clock.instants()).redAt().isAfter(now.instant())
                && !found.watched.contains(clock.key().no());
    }

    /** A ledger may have changed since the question was asked: locked, the clocks are compared once more. */
    private List<String> repair(List<ClockRow> batch, List<Alarms.Timer> late) {
        if (late.isEmpty()) return List.of();
        var numbers = late.stream().map(Alarms.Timer::businessKey).collect(Collectors.toSet());
        var keys = batch.stream()
                .map(ClockRow::key)
                .filter(key -> numbers.contains(key.no()))
                .toList();
        return transaction.execute(status -> {
            var still = compare(store.lock(keys)).late;
            alarms.redate(still);
            return still.stream().map(Alarms.Timer::businessKey).toList();
        });
    }

    private void record(Report report, Instant started) {
        if (report.redated + report.missing > 0)
            log.warn(
                    "Alarms of {} running clocks proved: {} re-dated, {} missing, e.g. {}",
                    report.checked,
                    report.redated,
                    report.missing,
                    report.cases.stream().limit(5).toList());
        sql.sql(
                        """
                        insert into alarm_check (started_at, ended_at, checked, redated, missing, cases)
                        values (?, ?, ?, ?, ?, string_to_array(nullif(?, ''), ','))""")
                .params(
                        Timestamp.from(started),
                        Timestamp.from(now.instant()),
                        report.checked,
                        report.redated,
                        report.missing,
                        String.join(",", report.cases))
                .update();
    }
}
