package io.onevisit.processes;

/** The names in {@code supervision-card.bpmn} that Java relies on. */
public final class SupervisionCard {
    public static final String PROCESS = "supervision-card";

    public static final class Elements {
        public static final String CARD_FEEDBACK = "cardFeedback";
        public static final String REVIEW_FEEDBACK = "reviewFeedback";
        public static final String DECIDE_APPEAL = "decideAppeal";
        public static final String DECIDE_ESCALATED = "decideEscalated";

        private Elements() {}
    }

    public static final class Variables {
        /** The department's officers who answer. */
        public static final String CARD_GROUP = "cardGroup";

        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private SupervisionCard() {}
}
