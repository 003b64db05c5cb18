package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The clock of each case: every act is an entry in the append-only ledger, every light is computed from it. */
public interface Clocks {

    /** Starts the case's clock; a second start is a conflict. */
    void start(String caseNo, Terms terms, Instant at);

    /** Opens a special procedure (行政许可法 art. 45): both limits move by the days asked for. */
    void startSpecialProcedure(String caseNo, int days, String reason, String legalBasis, Instant at);

    /** Ends the open special procedure: the limits are re-dated to the days really used, at most those asked for. */
    void endSpecialProcedure(String caseNo, Instant at);

    /** Stops the clock without a number of days, e.g. for a supplement that the item's elements name as a special procedure. */
    void stop(String caseNo, String reason, String legalBasis, Instant at);

    void resume(String caseNo, Instant at);

    /** Extends both limits with the head's approval (行政许可法 art. 42); a limit already passed stays passed. */
    void extend(String caseNo, int days, String reason, String legalBasis, Instant at);

    void finish(String caseNo, Instant at);

    /** The clock as it stands at an instant; empty lights where it has not started. */
    Face face(String caseNo, Instant at);

    /**
     * @param promised promised limit in units
     * @param statutory statutory limit in units
     * @param region whose calendar counts
     * @param department whose time it is
     */
    record Terms(int promised, int statutory, LimitUnit unit, CountingRule rule, String region, String department) {}

    /**
     * @param blueAt the instant after which the light begins; {@code null} while a stop without days keeps it from being known
     * @param light NONE, BLUE, YELLOW or RED
     * @param usedDays days used, rounded up
     * @param remainingDays promised less used; negative when overdue
     * @param promisedDueAt the instant at which the promised limit ends, same as yellowAt
     * @param statutoryDueAt the instant at which the statutory limit ends, same as redAt
     * @param provisional true where a day of a year without a published plan was counted
     * @param stopped true while a special procedure or a stop is open
     */
    record Face(
            Instant startedAt,
            Instant blueAt,
            Instant yellowAt,
            Instant redAt,
            Light light,
            int usedDays,
            int remainingDays,
            Instant promisedDueAt,
            Instant statutoryDueAt,
            Instant finishedAt,
            boolean provisional,
            boolean stopped,
            List<LocalDate> skipped,
            List<Entry> entries) {}

    /** One line of the ledger. */
    record Entry(String kind, Instant at, Integer days, String reason, String legalBasis) {}
}
