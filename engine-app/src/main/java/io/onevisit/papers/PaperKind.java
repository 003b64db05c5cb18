package io.onevisit.papers;

/** The papers that the life cycle leaves. */
enum PaperKind {
    ACCEPTANCE("受理通知书"),
    SUPPLEMENT("补正告知书"),
    NOT_APPLICABLE("不受理告知书"),
    REFUSAL("不予受理决定书"),
    DENIAL("不予行政许可决定书"),
    CLOSING("办结通知书");

    private final String title;

    PaperKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
