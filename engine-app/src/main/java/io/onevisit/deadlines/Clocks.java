package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clocks of everything that is supervised: each act is an entry in an append-only ledger, each light is computed from it. */
public interface Clocks {

    /** Starts a clock; a second start is a conflict. */
    void start(Key key, Terms terms, Instant at);

    /** As {@link #start(Key, Terms, Instant)}; false, and nothing done, where somebody else has started it, even at the same time. */
    boolean startOnce(Key key, Terms terms, Instant at);

    /** Stops the clock without a number of days, e.g. for a supplement that the item's elements name as a special procedure. */
    void stop(Key key, String reason, String legalBasis, Instant at);

    void resume(Key key, Instant at);

    /** Extends both limits with the head's approval (行政许可法 art. 42); a limit already passed stays passed. */
    void extend(Key key, int days, String reason, String legalBasis, Instant at);

    /** Ends the clock; what it has breached until then still gets its card. */
    void finish(Key key, Instant at);

    /** Ends the clock without any card from then on: what it supervised was voided, returned or withdrawn. */
    void callOff(Key key, String reason, Instant at);

    /** The clock as it stands at an instant; empty lights where it has not started. */
    Face face(Key key, Instant at);

    /** Several clocks at once, for lists; one that has not started is shown so. */
    Map<Key, Face> faces(Collection<Key> keys, Instant at);

    /** Why the clock's limit ends on its day, empty where it has not started. */
    Optional<Explanation> explain(Key key, Instant at);

    /** What the lights of a running case would become; nothing is written. Refused as the act itself would be. */
    Forecast forecast(String caseNo, Move move, int days, LimitUnit unit, Instant at);

    /** How many days end on a day; zero where it is not after today. */
    int daysUntil(String caseNo, LocalDate day, LimitUnit unit, Instant at);

    /** How days are counted that a case's limits move by where nobody says otherwise: calendar days or working days. */
    LimitUnit daysOf(String caseNo);

    /** The clocks of a number, in the order in which they were started. */
    List<Key> of(String no);

    /** The clock of a kind that runs, the latest where there are several. */
    Optional<Key> running(String no, ClockKind kind);

    /** The key under which the next clock of a kind starts: their number grows from 1. */
    Key next(String no, ClockKind kind);

    /**
     * Opens a special procedure (行政许可法 art. 45): both limits of the case move by the days asked for, and the procedure
     * gets a clock of its own, the n-th of the case, with those days as its limit.
     *
     * @param unit how the days are counted: a public notice of 20 calendar days moves a limit of working days by the office
     *     hours that lie in them
     */
    void startSpecialProcedure(String caseNo, int days, LimitUnit unit, String reason, String legalBasis, Instant at);

    /** The same in days counted as the case counts its own. */
    void startSpecialProcedure(String caseNo, int days, String reason, String legalBasis, Instant at);

    /**
     * Ends the open special procedure: the limits are re-dated to the days really used, at most those asked for. One that
     * was left open when its case ended is ended alone: the case's limits don't move any more.
     */
    void endSpecialProcedure(String caseNo, Instant at);

    default void start(String caseNo, Terms terms, Instant at) {
        start(Key.ofCase(caseNo), terms, at);
    }

    default void stop(String caseNo, String reason, String legalBasis, Instant at) {
        stop(Key.ofCase(caseNo), reason, legalBasis, at);
    }

    default void resume(String caseNo, Instant at) {
        resume(Key.ofCase(caseNo), at);
    }

    default void extend(String caseNo, int days, String reason, String legalBasis, Instant at) {
        extend(Key.ofCase(caseNo), days, reason, legalBasis, at);
    }

    default void finish(String caseNo, Instant at) {
        finish(Key.ofCase(caseNo), at);
    }

    default Face face(String caseNo, Instant at) {
        return face(Key.ofCase(caseNo), at);
    }

    /** What moves a case's limits by a number of days. */
    enum Move {
        SPECIAL_PROCEDURE,
        EXTENSION
    }

    /**
     * @param until the day on which the days asked for end
     * @param before the lights as they stand
     */
    record Forecast(int days, LocalDate until, Lights before, Lights after) {}

    /** The instant after which each light begins, {@code null} where it has none. */
    record Lights(Instant blueAt, Instant yellowAt, Instant redAt) {}

    /**
     * Which clock.
     *
     * @param no number of what is supervised: a case's, an application's, a rating's, a work order's, a card's
     * @param number counts the clocks of one kind of one number, from 1
     */
    record Key(String no, ClockKind kind, int number) {

        /** The first (mostly the only) clock of a kind. */
        public static Key of(String no, ClockKind kind) {
            return new Key(no, kind, 1);
        }

        public static Key ofCase(String caseNo) {
            return of(caseNo, ClockKind.CASE);
        }

        /** Whether a model's timer waits for it: special procedures follow each other, of other kinds the first is meant. */
        boolean awaited() {
            return number == 1 || kind == ClockKind.SPECIAL_PROCEDURE;
        }
    }

    /**
     * @param promised promised limit in units
     * @param statutory statutory limit in units, zero where the kind has none
     * @param region whose calendar counts
     * @param department whose time it is
     */
    record Terms(int promised, int statutory, LimitUnit unit, CountingRule rule, String region, String department) {}

    /**
     * @param blueAt the instant after which the light begins; {@code null} while a stop without days keeps it from being known
     * @param light NONE, BLUE, YELLOW or RED
     * @param usedDays days used, rounded up
     * @param remainingDays promised less used; negative when overdue
     * @param promisedDueAt the instant at which the promised limit ends, whatever lights the kind has
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

    /**
     * One line of the ledger.
     *
     * @param at when it counts from
     * @param unit how the days are counted where that is not how the clock counts days, otherwise {@code null}
     * @param statedAt when it was said to be, where that lies before an entry that came earlier; otherwise {@code null}
     */
    record Entry(
            String kind,
            Instant at,
            Integer days,
            LimitUnit unit,
            String reason,
            String legalBasis,
            Instant statedAt) {}
}
