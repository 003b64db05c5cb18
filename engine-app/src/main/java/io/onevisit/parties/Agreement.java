package io.onevisit.parties;

import io.onevisit.processes.SecondParty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What an application asks of a second person, and their answer.
 *
 * @param party prefix of the answers that name them
 * @param idNoKey keyed hash of their identity number: whoever registers with it later finds the request too
 * @param purpose what they are asked for, in a sentence
 * @param until the first instant that is too late
 * @param remindedAt when they were last reminded, {@code null} where they were not
 * @param reason why they refused or took their agreement back, {@code null} where they did neither
 * @param answeredBy user name of the person, or of the clerk who wrote their answer down
 */
record Agreement(
        UUID id,
        String applicationNo,
        String party,
        String idNoKey,
        String purpose,
        Instant askedAt,
        Instant until,
        Instant remindedAt,
        State state,
        String reason,
        Instant answeredAt,
        String answeredBy,
        boolean atWindow) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Before the end (示例); of a short time half. */
    private static final Duration REMINDER = Duration.ofDays(3);

    /** The day it is asked on does not count (民法典 art. 201). */
    static Instant end(Instant askedAt, int days) {
        return LocalDate.ofInstant(askedAt, CHINA)
                .plusDays(days + 1L)
                .atStartOfDay(CHINA)
                .toInstant();
    }

    LocalDate lastDay() {
        return LocalDate.ofInstant(until.minusNanos(1), CHINA);
    }

    Instant reminderAt() {
        var half = Duration.between(askedAt, until).dividedBy(2);
        return until.minus(half.compareTo(REMINDER) < 0 ? half : REMINDER);
    }

    boolean waits() {
        return state == State.ASKED;
    }

    enum State {
        ASKED("待确认", SecondParty.ASKED),
        AGREED("已同意", SecondParty.AGREED),
        REFUSED("不同意", SecondParty.REFUSED),
        EXPIRED("逾期未答复", SecondParty.EXPIRED),
        WITHDRAWN("申报已撤回", SecondParty.WITHDRAWN),
        TAKEN_BACK("已收回同意", SecondParty.REFUSED);

        private final String label;
        private final String outcome;

        State(String label, String outcome) {
            this.label = label;
            this.outcome = outcome;
        }

        String label() {
            return label;
        }

        /** What the process goes on with. */
        String outcome() {
            return outcome;
        }
    }
}
