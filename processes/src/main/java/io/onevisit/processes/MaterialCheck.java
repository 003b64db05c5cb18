package io.onevisit.processes;

/** The names in {@code material-check.bpmn} that Java relies on. */
public final class MaterialCheck {
    public static final String PROCESS = "material-check";

    public static final class Elements {
        public static final String CLERK_REVIEW = "clerkReview";
        /** Five working days without a notice (行政许可法 art. 32). */
        public static final String NOTICE_DUE = "noticeDue";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPLICATION_NO = "applicationNo";
        /** Set by the topics {@code license-lookup}, {@code material-ocr}, {@code material-compare}. */
        public static final String MISSING_MATERIALS = "missingMaterials";

        public static final String UNREADABLE_MATERIALS = "unreadableMaterials";
        public static final String MISMATCHES = "mismatches";
        /** 0 to 1; 1 where nothing had to be read. */
        public static final String LOWEST_CONFIDENCE = "lowestConfidence";
        /** The last word on the materials, of the decision or of the clerk: accept, refuse, not-applicable, fail, withdrawn, or supplement where it lapsed. */
        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private MaterialCheck() {}
}
