package io.onevisit.cases;

/** How a case ended (办结结果). */
public enum CaseResult {
    LICENSED("出证办结"),
    DONE("办结"),
    DENIED("不予许可"),
    RETURNED("退回办结"),
    VOIDED("作废办结"),
    DELETED("删除办结"),
    TRANSFERRED("转报办结"),
    SUPPLEMENT_OVERDUE("补正不来办结");

    private final String label;

    CaseResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
