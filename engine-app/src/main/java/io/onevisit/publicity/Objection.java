package io.onevisit.publicity;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody says against a public notice.
 *
 * @param account user name of who objects
 * @param evidence the document that proves it, {@code null} where there is none
 * @param reason why it is upheld or not, {@code null} before
 * @param settledBy name of the officer who verified it
 */
public record Objection(
        UUID id,
        String noticeNo,
        String account,
        String text,
        UUID evidence,
        State state,
        Instant raisedAt,
        String reason,
        String settledBy,
        Instant settledAt) {

    public enum State {
        RECEIVED("待核实"),
        UPHELD("异议成立"),
        REJECTED("异议不成立"),
        /** The notice ended before it was verified. */
        CLOSED("公示已终止，不再核实");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
