package io.onevisit.ratings;

import java.time.Instant;
import java.util.List;

/**
 * What was done about a bad rating. Measures, reply, call-back and verdict are those of the present rectification; the one
 * before, where there was one, is a {@link Round}.
 *
 * @param verdict true, mistaken or malicious
 * @param second the rater's verdict on the reply, {@code null} where there is none
 * @param reopenedAt when the head of the unit got it to rectify once more, {@code null} where it never was
 * @param conclusion what the supervisor told the rater in the end, {@code null} where it didn't come to that
 */
record Handling(
        String contactNote,
        String verdict,
        String verdictNote,
        String evidence,
        boolean excluded,
        String exclusionNote,
        String measures,
        Integer extensionDays,
        boolean extended,
        String reply,
        Instant repliedAt,
        String callBack,
        String callBackNote,
        Second second,
        Instant reopenedAt,
        String conclusion,
        boolean contactOverdue,
        boolean rectifyOverdue,
        Instant settledAt) {

    static final Handling NONE = new Handling(
            null, null, null, null, false, null, null, null, false, null, null, null, null, null, null, null, false,
            false, null);

    /** 1 for the first rectification, 2 for the one by the head. */
    int round() {
        return reopenedAt == null ? 1 : 2;
    }

    /** Whether the rater themselves said that the reply doesn't do. */
    boolean stillBad() {
        return second != null && second.satisfaction().bad();
    }

    /** A rater's verdict on a reply, with the same ticks and words as a first rating. */
    record Second(int level, List<String> labels, int labelsEdition, String text, Instant at) {

        RatingLevel satisfaction() {
            return RatingLevel.of(level);
        }
    }

    /** A rectification that did not content the rater, as it was when it was reopened. */
    record Round(
            int number,
            String measures,
            String reply,
            Instant repliedAt,
            String callBack,
            String callBackNote,
            Second second) {}
}
