package io.onevisit.cases;

import java.util.Set;

/**
 * Where a case stands in its life (办件状态). What is being written (暂存) is a draft of the portal, which has neither number
 * nor case yet.
 */
public enum CaseState {
    SUBMITTED("已提交"),
    PRECHECK_PASSED("预审通过"),
    PRECHECK_FAILED("预审不通过"),
    RECEIVED("已收件"),
    SUPPLEMENT_REQUESTED("待补正"),
    ACCEPTED("已受理"),
    NOT_APPLICABLE("不受理"),
    ACCEPTANCE_REFUSED("不予受理"),
    UNDER_REVIEW("审查中"),
    SUSPENDED("特别程序中"),
    GRANTED("准予"),
    DENIED("不予许可"),
    CLOSED("已办结"),
    DELIVERED("已送达"),
    WITHDRAWN("已撤回"),
    RETURNED("已退件"),
    VOIDED("已作废"),
    TRANSFERRED("已转报");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing more is decided in this case. */
    public boolean isEnd() {
        return switch (this) {
            case CLOSED, DELIVERED, WITHDRAWN, RETURNED, VOIDED, TRANSFERRED, ACCEPTANCE_REFUSED, NOT_APPLICABLE ->
                true;
            default -> false;
        };
    }

    /** Where a case may go from here; who takes it there and on what basis is in {@link LifeCycle}. */
    Set<CaseState> next() {
        return LifeCycle.next(this);
    }
}
