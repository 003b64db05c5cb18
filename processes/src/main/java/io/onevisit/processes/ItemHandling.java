package io.onevisit.processes;

/** The names in {@code item-handling.bpmn} that Java relies on. */
public final class ItemHandling {
    public static final String PROCESS = "item-handling";

    public static final class Elements {
        public static final String DEPARTMENT_REVIEW = "departmentReview";
        public static final String SPECIAL_PROCEDURE = "specialProcedure";
        public static final String DEPARTMENT_ANSWERED = "departmentAnswered";
        /** The timers of the watch, one pending at a time. */
        public static final String BLUE_DUE = "blueDue";

        public static final String YELLOW_DUE = "yellowDue";
        public static final String RED_DUE = "redDue";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPLICATION_NO = "applicationNo";
        public static final String CASE_NO = "caseNo";
        /** Set by the step {@code openCase}. */
        public static final String ITEM_CODE = "itemCode";

        public static final String DEPARTMENT = "department";
        public static final String HANDLING_MODE = "handlingMode";
        public static final String ISSUES_LICENSE = "issuesLicense";
        /** Set by the topic {@code license-lookup}. */
        public static final String MISSING_MATERIALS = "missingMaterials";

        public static final String APPROVER_GROUP = "approverGroup";
        /** Comes with the message {@code department-answered}: decided or supplement. */
        public static final String ANSWER = "answer";
        /** While handled: grant, deny, supplement or special-procedure; at the end: granted, denied or returned. */
        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private ItemHandling() {}
}
