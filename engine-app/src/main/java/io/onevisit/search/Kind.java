package io.onevisit.search;

/** What can be found. */
enum Kind {
    BUNDLE,
    ITEM
}
