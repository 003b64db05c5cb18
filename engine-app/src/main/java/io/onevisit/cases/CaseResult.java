package io.onevisit.cases;

/** How a case ended (办结结果), with the code that provinces exchange (BJJGDM). */
public enum CaseResult {
    LICENSED("0", "出证办结"),
    RETURNED("1", "退回办结"),
    VOIDED("2", "作废办结"),
    DELETED("3", "删除办结"),
    TRANSFERRED("4", "转报办结"),
    SUPPLEMENT_OVERDUE("5", "补正不来办结"),
    DONE("6", "办结"),
    DENIED("7", "不予许可");

    private final String code;
    private final String label;

    CaseResult(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** As papers and the journal say it. */
    public String inWords() {
        return "%s（办结结果代码 %s）".formatted(label, code);
    }

    public String label() {
        return label;
    }
}
