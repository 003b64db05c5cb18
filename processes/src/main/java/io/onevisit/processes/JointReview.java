package io.onevisit.processes;

/** The names in {@code joint-review.bpmn}, which bundles and tests use. */
public final class JointReview {
    public static final String PROCESS = "joint-review";

    public static final class Variables {
        public static final String LEAD_GROUP = "leadGroup";
        public static final String FIRST_MEMBER = "firstMember";
        public static final String SECOND_MEMBER = "secondMember";
        public static final String THIRD_MEMBER = "thirdMember";
        public static final String FOURTH_MEMBER = "fourthMember";

        private Variables() {}
    }

    private JointReview() {}
}
