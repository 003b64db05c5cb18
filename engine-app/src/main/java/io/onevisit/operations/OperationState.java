package io.onevisit.operations;

/** Where an operation is on its way. */
enum OperationState {
    /** Each process is tried and rolled back. */
    CHECKING("预演中"),
    /** Tried; whoever asked reads it and says why. */
    CHECKED("待提交"),
    /** A second person looks at it. */
    WAITING("待复核"),
    RUNNING("执行中"),
    PAUSED("已暂停"),
    DONE("已完成"),
    STOPPED("已停止"),
    REFUSED("未获同意"),
    DROPPED("已放弃");

    private final String label;

    OperationState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
