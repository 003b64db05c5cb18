package io.onevisit.processes;

/** The names in {@code rating-again.bpmn} that Java relies on. */
public final class RatingAgain {
    public static final String PROCESS = "rating-again";

    public static final class Elements {
        public static final String RECTIFY_AGAIN = "rectifyAgain";
        public static final String GIVE_FEEDBACK = "giveFeedback";
        public static final String CALL_BACK = "callBack";
        public static final String CONCLUDE_RATING = "concludeRating";
        public static final String RATING_RECTIFY_AGAIN_DUE = "ratingRectifyAgainDue";

        private Elements() {}
    }

    public static final class Variables {
        /** Group of the unit that handled the case. */
        public static final String HANDLERS = "handlers";
        /** Group of its head, who rectifies this time. */
        public static final String HEADS = "heads";
        /** Whether it was rectified again before: then only the supervisor's conclusion is left. */
        public static final String RECTIFIED_AGAIN = "rectifiedAgain";

        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private RatingAgain() {}
}
