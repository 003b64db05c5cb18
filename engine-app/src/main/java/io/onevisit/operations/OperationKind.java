package io.onevisit.operations;

/** What is done with running processes. */
enum OperationKind {
    MODIFICATION("调整环节"),
    MIGRATION("更换版本"),
    RETRY("重试异常"),
    RESTART("重新启动");

    private final String label;

    OperationKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
