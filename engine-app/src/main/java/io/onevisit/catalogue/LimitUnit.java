package io.onevisit.catalogue;

/** The unit of a promised or statutory limit. */
public enum LimitUnit {
    WORKING_DAY("个工作日"),
    CALENDAR_DAY("个自然日"),
    HOUR("小时");

    private final String label;

    LimitUnit(String label) {
        this.label = label;
    }

    /** A limit as people say it: 3 个工作日. */
    public String words(int limit) {
        return limit + " " + label;
    }
}
