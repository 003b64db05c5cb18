package io.onevisit.publicity;

import java.time.Instant;

/**
 * A public notice of a case.
 *
 * @param procedure which special procedure of the case it is
 * @param text what everybody may read: no person's name whole
 * @param until when it ends; nobody may object from then on
 * @param settledAt when it ended, {@code null} while it stands
 */
record Notice(
        String no,
        String caseNo,
        int procedure,
        String itemName,
        String region,
        String department,
        String title,
        String text,
        Instant publishedAt,
        Instant until,
        State state,
        Instant settledAt) {

    boolean standsAt(Instant at) {
        return state == State.OPEN && at.isBefore(until);
    }

    enum State {
        OPEN("公示中"),
        CLEAR("公示期满，无异议成立"),
        UPHELD("异议成立，公示终止"),
        ENDED("办件终止，公示终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
