package io.onevisit.catalogue;

/** The unit of a promised or statutory limit. */
public enum LimitUnit {
    WORKING_DAY,
    CALENDAR_DAY,
    HOUR
}
