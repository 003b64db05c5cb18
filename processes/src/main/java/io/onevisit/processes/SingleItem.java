package io.onevisit.processes;

/** The names in {@code single-item.bpmn} that Java relies on, and the forms of items that have none of their own. */
public final class SingleItem {
    public static final String PROCESS = "single-item";
    public static final String FORM = "single-item";
    /** Where an item serves organisations only. */
    public static final String ORGANISATION_FORM = "single-item-organisation";

    public static final class Variables {
        public static final String APPLICATION_NO = "applicationNo";
        /** Number of the one case. */
        public static final String ITEM_CASE = "itemCase";

        private Variables() {}
    }

    private SingleItem() {}
}
