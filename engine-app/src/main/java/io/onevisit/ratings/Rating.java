package io.onevisit.ratings;

import io.onevisit.catalogue.RegionCode;
import java.time.Instant;
import java.util.List;

/**
 * One rating: what was said, which never changes, and what came of it.
 *
 * @param matter the case it rates as a whole (一事一评), {@code null} for a rating of a visit
 * @param visit the receipt code of the visit it rates (一次一评), {@code null} for a rating of a case
 * @param department code of the unit that handled it, the empty text for the service window
 * @param rater user name, {@code null} where nobody is named
 * @param handling what was done about a bad one
 * @param publication NONE, PENDING, PUBLISHED or WITHHELD
 */
record Rating(
        String no,
        String matter,
        String visit,
        String applicationNo,
        String caseNo,
        String region,
        String department,
        String itemName,
        int level,
        RatingChannel channel,
        List<String> labels,
        int labelsEdition,
        String text,
        String rater,
        boolean defaulted,
        Instant ratedAt,
        RatingState state,
        Handling handling,
        String publication,
        String publishedText,
        String publishedReply) {

    boolean named() {
        return rater != null;
    }

    RatingLevel satisfaction() {
        return RatingLevel.of(level);
    }

    /** The city whose edition of the loop serves it. */
    String city() {
        return RegionCode.of(region).city();
    }
}
