package io.onevisit.processes;

/** The names in {@code supplement.bpmn} that Java relies on. */
public final class Supplement {
    public static final String PROCESS = "supplement";

    public static final class Elements {
        public static final String SUPPLEMENT_MATERIALS = "supplementMaterials";

        private Elements() {}
    }

    public static final class Variables {
        /** False where the notice lapsed. */
        public static final String SUPPLEMENTED = "supplemented";

        private Variables() {}
    }

    private Supplement() {}
}
