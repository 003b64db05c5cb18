package io.onevisit.processes;

/** The names in {@code hotline-order.bpmn} that Java relies on. */
public final class HotlineOrder {
    public static final String PROCESS = "hotline-order";

    public static final class Elements {
        public static final String ACCEPT_ORDER = "acceptOrder";
        public static final String ASSIGN_UNIT = "assignUnit";
        public static final String HANDLE_ORDER = "handleOrder";
        public static final String ASSIST_ORDER = "assistOrder";
        public static final String APPROVE_EXTENSION = "approveExtension";
        public static final String CALL_BACK = "callBack";
        public static final String WORK_ORDER_RETURN_DUE = "workOrderReturnDue";

        private Elements() {}
    }

    public static final class Variables {
        /** The duty of the catalogue that the order belongs to, and whether it arose in a county. */
        public static final String DUTY = "duty";

        public static final String COUNTY = "county";
        /** Whether the agent chose another unit than the decision. */
        public static final String HAND_PICKED = "handPicked";
        /** Set by the decision or by the line office: a department, {@code district} or {@code line-office}. */
        public static final String UNIT = "unit";
        /** Set by the step {@code dispatchOrder}: groups of the unit's officers and of its head. */
        public static final String HANDLERS = "handlers";

        public static final String HEADS = "heads";
        /** Group of the unit asked to assist. */
        public static final String CO_HANDLERS = "coHandlers";
        /** Whether somebody can be called back. */
        public static final String REACHABLE = "reachable";
        /** Whether it was sent back to the unit once. */
        public static final String REOPENED = "reopened";

        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    private HotlineOrder() {}
}
