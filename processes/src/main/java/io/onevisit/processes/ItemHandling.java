package io.onevisit.processes;

/** The names in {@code item-handling.bpmn} that Java relies on. */
public final class ItemHandling {
    public static final String PROCESS = "item-handling";

    public static final class Elements {
        public static final String DEPARTMENT_REVIEW = "departmentReview";
        public static final String SECOND_REVIEW = "secondReview";
        public static final String APPROVE_EXTENSION = "approveExtension";
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
        public static final String DEPARTMENT = "department";

        public static final String HANDLING_MODE = "handlingMode";
        public static final String ISSUES_LICENSE = "issuesLicense";
        /** Whether two officers review (行政许可法 art. 34). */
        public static final String SUBSTANTIVE = "substantive";
        /** True where the case was ended before its turn came. */
        public static final String CASE_ENDED = "caseEnded";
        /** True where the notice of what is missing was not given in time (行政许可法 art. 32). */
        public static final String DEEMED_ACCEPTED = "deemedAccepted";
        /** Who approves an extension. */
        public static final String HEAD_GROUP = "headGroup";
        /** Set by the topic {@code license-lookup}. */
        public static final String MISSING_MATERIALS = "missingMaterials";

        public static final String APPROVER_GROUP = "approverGroup";
        /** Name of the special procedure that comes before the review; empty where none does. */
        public static final String PROCEDURE = "procedure";
        /** Comes with the message {@code department-answered}: decided or supplement. */
        public static final String ANSWER = "answer";
        /**
         * While handled: grant, deny, supplement, special-procedure or extension, disagree, approve or reject; at the end:
         * granted, denied, returned, withdrawn, voided or transferred.
         */
        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private ItemHandling() {}
}
