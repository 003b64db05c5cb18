package io.onevisit.processes;

/** The names in {@code commitment-check.bpmn} that Java relies on. */
public final class CommitmentCheck {
    public static final String PROCESS = "commitment-check";

    public static final class Elements {
        public static final String COMMITMENT_DUE = "commitmentDue";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPROVER_GROUP = "approverGroup";
        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private CommitmentCheck() {}
}
