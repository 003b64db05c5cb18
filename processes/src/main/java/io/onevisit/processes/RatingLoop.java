package io.onevisit.processes;

/** The names in {@code rating.bpmn} that Java relies on. */
public final class RatingLoop {
    public static final String PROCESS = "rating";

    public static final class Elements {
        public static final String CONTACT_RATER = "contactRater";
        public static final String VERIFY_RATING = "verifyRating";
        public static final String REVIEW_EXCLUSION = "reviewExclusion";
        public static final String RECTIFY = "rectify";
        public static final String APPROVE_EXTENSION = "approveExtension";
        public static final String GIVE_FEEDBACK = "giveFeedback";
        public static final String CALL_BACK = "callBack";
        public static final String RATING_CONTACT_DUE = "ratingContactDue";
        public static final String RATING_RECTIFY_DUE = "ratingRectifyDue";

        private Elements() {}
    }

    public static final class Variables {
        /** Whether the rater is known: anonymous ratings are neither contacted nor called back. */
        public static final String NAMED = "named";
        /** Group of the unit that handled the case. */
        public static final String HANDLERS = "handlers";
        /** Group that may grant that unit more time, and rectifies again what the rater is still not content with. */
        public static final String HEADS = "heads";
        /** Handed on to {@code rating-again}, false: nothing was rectified again yet. */
        public static final String RECTIFIED_AGAIN = "rectifiedAgain";

        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private RatingLoop() {}
}
