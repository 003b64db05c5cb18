package io.onevisit.deadlines;

import io.onevisit.verification.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts every clock anew from its ledger and compares what its row says; in batches, each read in two queries. */
@Component
class LedgerProof implements Invariant {

    private static final int BATCH = 1_000;

    private final ClockStore store;
    private final Calendars calendars;

    LedgerProof(ClockStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public Result check(int most) {
        var checked = 0L;
        var broken = 0L;
        var findings = new ArrayList<String>();
        for (var batch = store.after(null, BATCH);
                !batch.isEmpty();
                batch = store.after(batch.get(batch.size() - 1).key(), BATCH)) {
            var lines = store.lines(batch);
            for (var clock : batch) {
                checked++;
                var wrong = wrong(clock, lines.getOrDefault(clock.key(), List.of()));
                if (wrong.isEmpty()) {
                    continue;
                }
                broken++;
                if (findings.size() < most) {
                    var key = clock.key();
                    findings.add("%s 的时限（%s 第 %d 个）%s".formatted(key.no(), key.kind(), key.number(), wrong));
                }
            }
        }
        return new Result(checked, broken, findings);
    }

    /** What is wrong with a clock, the empty text where nothing is; one that cannot be counted stops no other. */
    private String wrong(ClockRow clock, List<ClockStore.Line> lines) {
        if (lines.isEmpty()) return "没有台账";
        try {
            var reckoned = new Reckoning(
                    clock.ledger(Faces.entries(lines)), calendars.edition(clock.calendar()), clock.thresholds());
            return Objects.equals(reckoned.instants(), clock.instants()) ? "" : "与台账重算的不同";
        } catch (RuntimeException unknown) {
            return "无法按台账重算：" + unknown.getMessage();
        }
    }
}
