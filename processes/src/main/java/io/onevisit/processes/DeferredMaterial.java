package io.onevisit.processes;

/** The names in {@code deferred-material.bpmn} that Java relies on. */
public final class DeferredMaterial {
    public static final String PROCESS = "deferred-material";

    /** The line of the journal that says what is waited for and until when; the notice quotes it. */
    public static final String AWAITED = "等待补交容缺材料";

    public static final class Elements {
        public static final String DEFERRED_MATERIAL_DUE = "deferredMaterialDue";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPLICATION_NO = "applicationNo";

        private Variables() {}
    }

    private DeferredMaterial() {}
}
