package io.onevisit.cases;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands in its life (办件状态). An arrow that is not named here is impossible. */
public enum CaseState {
    DRAFT("暂存"),
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

    Set<CaseState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED ->
                EnumSet.of(
                        PRECHECK_PASSED,
                        PRECHECK_FAILED,
                        RECEIVED,
                        SUPPLEMENT_REQUESTED,
                        ACCEPTANCE_REFUSED,
                        NOT_APPLICABLE,
                        RETURNED,
                        WITHDRAWN);
            case PRECHECK_PASSED ->
                EnumSet.of(RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTANCE_REFUSED, NOT_APPLICABLE, RETURNED, WITHDRAWN);
            case PRECHECK_FAILED -> EnumSet.of(SUBMITTED, RETURNED, WITHDRAWN);
            case RECEIVED ->
                EnumSet.of(ACCEPTED, SUPPLEMENT_REQUESTED, ACCEPTANCE_REFUSED, NOT_APPLICABLE, RETURNED, WITHDRAWN);
            case SUPPLEMENT_REQUESTED -> EnumSet.of(SUBMITTED, RECEIVED, UNDER_REVIEW, RETURNED, WITHDRAWN, CLOSED);
            case ACCEPTED -> EnumSet.of(UNDER_REVIEW, GRANTED, DENIED, RETURNED, WITHDRAWN, VOIDED);
            case UNDER_REVIEW ->
                EnumSet.of(SUSPENDED, SUPPLEMENT_REQUESTED, GRANTED, DENIED, RETURNED, WITHDRAWN, VOIDED, TRANSFERRED);
            case SUSPENDED -> EnumSet.of(UNDER_REVIEW, GRANTED, DENIED, WITHDRAWN, VOIDED);
            case GRANTED, DENIED -> EnumSet.of(CLOSED, VOIDED);
            case CLOSED -> EnumSet.of(DELIVERED);
            default -> EnumSet.noneOf(CaseState.class);
        };
    }
}
