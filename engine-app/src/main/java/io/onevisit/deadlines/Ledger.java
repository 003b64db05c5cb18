package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a clock, in order; nothing is ever changed, and an entry that contradicts the ones before it is refused.
 *
 * @param promised promised limit in units
 * @param statutory statutory limit in units, zero where the kind has none
 */
record Ledger(
        ClockKind kind,
        int promised,
        int statutory,
        LimitUnit unit,
        CountingRule rule,
        Instant startedAt,
        List<Entry> entries) {

    /** The longest limit, special procedure or extension, in units: what lies above is a slip of the pen. */
    static final int LONGEST = 3650;

    /** What can happen to a running clock. */
    enum Act {
        SPECIAL_PROCEDURE_STARTED,
        SPECIAL_PROCEDURE_ENDED,
        STOPPED,
        RESUMED,
        EXTENDED,
        FINISHED,
        CALLED_OFF
    }

    /**
     * @param days days asked for by a special procedure or an extension, otherwise zero
     * @param unit how those days are counted where that is not how the clock counts days, otherwise {@code null}
     */
    record Entry(Act act, Instant at, int days, LimitUnit unit, String reason, String legalBasis) {

        Entry(Act act, Instant at, int days, String reason, String legalBasis) {
            this(act, at, days, null, reason, legalBasis);
        }

        Entry(Act act, Instant at) {
            this(act, at, 0, null, null, null);
        }

        Entry at(Instant other) {
            return new Entry(act, other, days, unit, reason, legalBasis);
        }
    }

    Ledger with(Entry entry) {
        if (finishedAt() != null) throw refused("clock-finished", "时限已随办结终止，不能再登记新的时限记录。");
        if (entry.at.isBefore(lastAt())) throw refused("clock-order", "时限记录的时间不能早于上一条记录的时间。");
        var open = open();
        switch (entry.act) {
            case SPECIAL_PROCEDURE_STARTED, STOPPED -> {
                if (open == Act.SPECIAL_PROCEDURE_STARTED)
                    throw refused("special-procedure-open", "已有特别程序尚未结束，请先结束后再登记。");
                if (open == Act.STOPPED) throw refused("clock-stopped", "时限计算已经停止，请先恢复后再登记。");
            }
            case SPECIAL_PROCEDURE_ENDED -> {
                if (open != Act.SPECIAL_PROCEDURE_STARTED) throw refused("special-procedure-none", "没有正在进行的特别程序，无法结束。");
            }
            case RESUMED -> {
                if (open != Act.STOPPED) throw refused("clock-not-stopped", "时限计算没有停止，无法恢复。");
            }
            default -> {}
        }
        if (entry.days < 1 && (entry.act == Act.SPECIAL_PROCEDURE_STARTED || entry.act == Act.EXTENDED))
            throw Problem.invalid("days-invalid", "特别程序或延期的天数至少为 1 天。");
        if (entry.days > LONGEST) throw Problem.invalid("days-invalid", "特别程序或延期的天数最多为 " + LONGEST + " 天。");
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Ledger(kind, promised, statutory, unit, rule, startedAt, List.copyOf(more));
    }

    /** The ledger as it was at an instant. */
    Ledger until(Instant at) {
        if (!lastAt().isAfter(at)) return this;
        var known = entries.stream().filter(e -> !e.at.isAfter(at)).toList();
        return new Ledger(kind, promised, statutory, unit, rule, startedAt, known);
    }

    /** The interruption that lasts: a special procedure or a stop, {@code null} where there is none. */
    Act open() {
        Act open = null;
        for (var entry : entries)
            switch (entry.act) {
                case SPECIAL_PROCEDURE_STARTED, STOPPED -> open = entry.act;
                case SPECIAL_PROCEDURE_ENDED, RESUMED, FINISHED, CALLED_OFF -> open = null;
                default -> {}
            }
        return open;
    }

    /** When it was finished, {@code null} while it runs. */
    Instant finishedAt() {
        return last() == Act.FINISHED || last() == Act.CALLED_OFF ? lastAt() : null;
    }

    /** Ended without any card from then on: what it supervised was voided, returned or withdrawn. */
    boolean calledOff() {
        return last() == Act.CALLED_OFF;
    }

    Instant lastAt() {
        return entries.isEmpty() ? startedAt : entries.get(entries.size() - 1).at;
    }

    private Act last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).act;
    }

    private static Problem refused(String code, String sentence) {
        return Problem.conflict(code, sentence);
    }
}
