package io.onevisit.deadlines;

import io.onevisit.engine.Alarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves at start and every hour that each running clock has the alarm its ledger asks for; repairs and reports. */
@Component
class AlarmProof {

    private static final Logger log = LoggerFactory.getLogger(AlarmProof.class);
    private static final int BATCH = 500;
    private static final int NAMED = 100;

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
     * @param missing clocks with a light to come but no alarm at all; the sweep raises their cards
     * @param cases the first hundred case numbers concerned
     */
    record Report(int checked, int redated, int missing, List<String> cases) {}

    private enum Found {
        RIGHT,
        REDATED,
        MISSING
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${onevisit.deadlines.proof:0 7 * * * *}")
    Report prove() {
        var started = now.instant();
        var checked = 0;
        var redated = 0;
        var missing = 0;
        var cases = new ArrayList<String>();
        for (var batch = store.open("", BATCH);
                !batch.isEmpty();
                batch = store.open(batch.get(batch.size() - 1), BATCH))
            for (var caseNo : batch) {
                var found = transaction.execute(status -> prove(caseNo));
                checked++;
                if (found == Found.REDATED) redated++;
                if (found == Found.MISSING) missing++;
                if (found != Found.RIGHT && cases.size() < NAMED) cases.add(caseNo);
            }
        var report = new Report(checked, redated, missing, cases);
        record(report, started);
        return report;
    }

    private Found prove(String caseNo) {
        var clock = store.lock(Clocks.Key.ofCase(caseNo)).orElseThrow();
        var wanted = AlarmTimes.of(clock.instants());
        var pending = alarms.pending(caseNo).orElse(null);
        if (pending == null) return wanted.redAt().isAfter(now.instant()) ? Found.MISSING : Found.RIGHT;
        var due = AlarmTimes.of(wanted, pending.light());
        // The engine keeps milliseconds.
        if (due.toEpochMilli() == pending.due().toEpochMilli()) return Found.RIGHT;
        alarms.redate(caseNo, wanted.blueAt(), wanted.yellowAt(), wanted.redAt());
        return Found.REDATED;
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
