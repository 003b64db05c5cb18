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

        private Variables() {}
    }

    private SpecialProcedure() {}
}
