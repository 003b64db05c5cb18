package io.onevisit.workers.ocr;

import java.util.List;

/**
 * What stands on the pages of a document, and where.
 *
 * @param engine what read it, {@code text-layer} where nothing had to be recognised
 * @param problem why it could not be read: {@code UNREADABLE}, {@code ENCRYPTED}, {@code DAMAGED}, {@code TOO_LARGE},
 *     {@code TOO_MANY_PAGES} or {@code UNSUPPORTED}; {@code null} where it could
 */
public record Scan(String engine, String version, List<Page> pages, String problem) {

    public static final String UNREADABLE = "UNREADABLE";
    public static final String ENCRYPTED = "ENCRYPTED";
    public static final String DAMAGED = "DAMAGED";
    public static final String TOO_LARGE = "TOO_LARGE";
    public static final String TOO_MANY_PAGES = "TOO_MANY_PAGES";
    public static final String UNSUPPORTED = "UNSUPPORTED";

    static Scan failed(String problem) {
        return new Scan("none", "", List.of(), problem);
    }

    /** @param image file of the page's picture, {@code null} where the document itself is the picture */
    public record Page(int number, int width, int height, String image, List<Line> lines) {}

    /**
     * A run of characters as it stands on the page.
     *
     * @param confidences one per character, 0 to 1
     * @param box left, top, width, height in pixels of the page
     */
    public record Line(String text, List<Double> confidences, List<Integer> box) {

        public int left() {
            return box.get(0);
        }

        public int top() {
            return box.get(1);
        }

        public int width() {
            return box.get(2);
        }

        public int height() {
            return box.get(3);
        }

        public int right() {
            return left() + width();
        }

        public double middle() {
            return top() + height() / 2.0;
        }
    }
}
