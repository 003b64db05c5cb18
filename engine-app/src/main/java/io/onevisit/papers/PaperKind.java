package io.onevisit.papers;

/** The papers that the life cycle leaves. */
enum PaperKind {
    ACCEPTANCE("受理通知书"),
    SUPPLEMENT("补正告知书"),
    NOT_APPLICABLE("不受理告知书"),
    REFUSAL("不予受理决定书"),
    PROCEDURE("特别程序所需时间告知书"),
    EXTENSION("延长审批期限告知书"),
    GRANT("准予%s决定书"),
    DENIAL("不予%s决定书"),
    CLOSING("办结通知书"),
    WITHDRAWAL("撤回申请确认书"),
    RETURN("退件通知书"),
    VOIDING("作废告知书"),
    TRANSFER("转报告知书"),
    RECTIFICATION("限期整改通知书"),
    REVOCATION("撤销决定书"),
    RECEIPT("收件凭证"),
    COUNTER_NOTICE("一次性告知书");

    private final String title;

    PaperKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
