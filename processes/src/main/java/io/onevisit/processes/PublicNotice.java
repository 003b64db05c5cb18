package io.onevisit.processes;

/** The names in {@code public-notice.bpmn} that Java relies on. */
public final class PublicNotice {
    public static final String PROCESS = "public-notice";

    public static final class Elements {
        public static final String SPECIAL_PROCEDURE_DUE = "specialProcedureDue";
        public static final String VERIFY_OBJECTION = "verifyObjection";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPROVER_GROUP = "approverGroup";
        public static final String OUTCOME = "outcome";
        /** Whether another objection waits to be verified. */
        public static final String OBJECTIONS_LEFT = "objectionsLeft";
        /** {@link #PASSED} or {@link #FAILED}, for the caller. */
        public static final String PROCEDURE_OUTCOME = "procedureOutcome";

        private Variables() {}
    }

    /** Results of the step {@code settleNotice}, and answers of who verifies an objection. */
    public static final String CLEAR = "clear";

    public static final String UPHELD = "upheld";
    public static final String REJECTED = "rejected";
    public static final String ENDED = "ended";

    public static final String PASSED = "passed";
    public static final String FAILED = "failed";

    private PublicNotice() {}
}
