package io.onevisit.workers.ocr;

/** How much of one document is read; beyond that a person has to look. */
final class Limits {
    static final long PIXELS = 50_000_000;
    static final int PAGES = 30;
    static final int DPI = 200;
    static final int LONGEST_SIDE = 6_000;
    static final int CHARACTERS = 200_000;

    private Limits() {}
}
