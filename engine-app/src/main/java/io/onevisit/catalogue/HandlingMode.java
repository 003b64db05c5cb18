package io.onevisit.catalogue;

/** How an item is handled: by people in our tasklist, in the department's own system, or as a check of data. */
public enum HandlingMode {
    NATIVE,
    PUSH,
    CHECK
}
