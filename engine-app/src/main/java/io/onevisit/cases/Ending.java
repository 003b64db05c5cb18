package io.onevisit.cases;

/** How a case ends before anybody decided it. */
public enum Ending {
    WITHDRAWN("撤回", CaseState.WITHDRAWN, CaseResult.RETURNED, ""),
    RETURNED("退件", CaseState.RETURNED, CaseResult.RETURNED, ""),
    OVERDUE("补正不来", CaseState.RETURNED, CaseResult.SUPPLEMENT_OVERDUE, ""),
    REFUSED("不予受理", CaseState.ACCEPTANCE_REFUSED, CaseResult.RETURNED, "行政许可法第三十二条"),
    VOIDED("作废", CaseState.VOIDED, CaseResult.VOIDED, ""),
    DELETED("删除错录", CaseState.VOIDED, CaseResult.DELETED, ""),
    TRANSFERRED("转报", CaseState.TRANSFERRED, CaseResult.TRANSFERRED, "行政许可法第三十五条、第四十三条");

    private final String label;
    private final CaseState state;
    private final CaseResult result;
    private final String basis;

    Ending(String label, CaseState state, CaseResult result, String basis) {
        this.label = label;
        this.state = state;
        this.result = result;
        this.basis = basis;
    }

    public String label() {
        return label;
    }

    CaseState state() {
        return state;
    }

    CaseResult result() {
        return result;
    }

    String basis() {
        return basis;
    }

    /** What the process that called the case's goes on with. */
    String outcome() {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
