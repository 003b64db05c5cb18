package io.onevisit.operations;

/** What was found of one process, and what was done with it. */
enum LineState {
    UNTRIED("未预演"),
    READY("可以办"),
    BARRED("不能办"),
    DONE("已办"),
    FAILED("未办成"),
    /** It stood otherwise than when it was tried, or the operation was stopped before its turn. */
    LEFT_OUT("未办，已剔除");

    private final String label;

    LineState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
