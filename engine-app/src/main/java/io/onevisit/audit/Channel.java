package io.onevisit.audit;

/** By which way somebody came. */
enum Channel {
    WEB("网页"),
    WORKER("工作程序"),
    DEPARTMENT("部门系统"),
    PLATFORM("平台自动");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
