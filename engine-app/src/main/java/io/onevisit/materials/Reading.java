package io.onevisit.materials;

import java.util.List;

/**
 * What was read in a document.
 *
 * @param engine who read it, with {@code version}, so that figures of quality know
 * @param problem a word for why nothing could be read, {@code null} where something was
 */
public record Reading(
        String engine, String version, List<Page> pages, List<Field> fields, String text, String problem) {

    public Reading {
        pages = pages == null ? List.of() : List.copyOf(pages);
        fields = fields == null ? List.of() : List.copyOf(fields);
        text = plain(text);
    }

    /** Without the null characters that a scanned PDF may hold and a database does not. */
    private static String plain(String text) {
        return text == null ? "" : text.replace("\u0000", "");
    }

    /** Size in pixels of the image that boxes refer to. */
    public record Page(int number, int width, int height) {}

    /**
     * @param confidence 0 to 1
     * @param box left, top, width, height on the page
     */
    public record Field(String key, String label, String value, double confidence, int page, List<Integer> box) {

        public Field {
            value = plain(value);
        }
    }
}
