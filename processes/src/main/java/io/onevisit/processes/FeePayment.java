package io.onevisit.processes;

/** The names in {@code fee-payment.bpmn} that Java relies on. */
public final class FeePayment {
    public static final String PROCESS = "fee-payment";

    public static final class Elements {
        public static final String ASSESS_FEE = "assessFee";
        public static final String COLLECT_FEE = "collectFee";
        public static final String SPECIAL_PROCEDURE_DUE = "specialProcedureDue";

        private Elements() {}
    }

    public static final class Variables {
        public static final String APPROVER_GROUP = "approverGroup";
        /** {@link #DUE}, {@link #NONE} or {@link #UNASSESSED}: what the step {@code issuePaymentOrder} found. */
        public static final String FEE = "fee";
        /** {@link #PASSED} or {@link #FAILED}, for the caller. */
        public static final String PROCEDURE_OUTCOME = "procedureOutcome";

        private Variables() {}
    }

    public static final String DUE = "due";
    public static final String NONE = "none";
    public static final String UNASSESSED = "unassessed";

    /** Answers of who looks after an open order: paid at a window, or remitted. */
    public static final String PAID = "paid";

    public static final String WAIVED = "waived";

    public static final String PASSED = "passed";
    public static final String FAILED = "failed";

    /** What the journal calls the order that was issued; its line is what the applicant is told. */
    public static final String ISSUED = "开具缴款通知书";

    /** What it calls money that settled an order; their lines are what the applicant is told, as are the next two. */
    public static final String PAID_ONLINE = "网上缴费";

    public static final String PAID_AT_WINDOW = "窗口缴费";
    public static final String TO_REFUND = "收到款项，待退付";
    public static final String REFUNDED = "款项已退付";

    private FeePayment() {}
}
