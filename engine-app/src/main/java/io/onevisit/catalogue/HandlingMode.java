package io.onevisit.catalogue;

/** How an item is handled: by people in our tasklist, in the department's own system, or as a check of data. */
public enum HandlingMode {
    NATIVE("由人审查"),
    PUSH("由部门业务系统办理"),
    CHECK("数据核验一致即办，不由人审查");

    private final String label;

    HandlingMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
