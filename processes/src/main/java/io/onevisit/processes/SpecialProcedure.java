package io.onevisit.processes;

/** The names in {@code special-procedure.bpmn} that Java relies on. */
public final class SpecialProcedure {
    public static final String PROCESS = "special-procedure";

    public static final class Elements {
        public static final String SPECIAL_PROCEDURE = "specialProcedure";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPROVER_GROUP = "approverGroup";
        /** Name of a special procedure that has to come first, as the item's elements call it; empty where none has to. */
        public static final String PROCEDURE = "procedure";
        /** How it went; each block has its own words. */
        public static final String PROCEDURE_OUTCOME = "procedureOutcome";

        private Variables() {}
    }

    private SpecialProcedure() {}
}
