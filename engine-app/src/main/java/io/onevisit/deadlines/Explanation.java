package io.onevisit.deadlines;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a limit ends on its day: run by run what was counted and what was not, in sentences (为什么是这一天).
 *
 * @param start from when and by which rule it is counted
 * @param end when the limit is used up, or why nobody knows yet
 */
public record Explanation(String start, List<Run> runs, String end) {

    /** What a run of days is. */
    public enum Kind {
        /** 计入. */
        COUNTED,
        /** 周末调休上班，计入. */
        MAKE_UP,
        /** 办公时间与平日不同，计入. */
        SHORT_DAY,
        /** 一部分计入. */
        PARTLY,
        WEEKEND,
        HOLIDAY,
        SPECIAL_PROCEDURE,
        STOPPED,
        /** 起算之前. */
        BEFORE,
        /** 延长了时限. */
        EXTENDED
    }

    /**
     * Days next to each other of which the same is to be said.
     *
     * @param seconds how much of them is counted
     */
    public record Run(LocalDate from, LocalDate to, Kind kind, long seconds, String text) {}
}
