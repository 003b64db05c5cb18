package io.onevisit.catalogue;

/**
 * What is wrong with one element of an item.
 *
 * @param element key of the element, e.g. {@code promised}
 * @param title what people call it
 * @param row row of a material, link or special procedure, counted from 1; 0 for an element of the item itself
 * @param part column of that row, empty for an element of the item itself
 * @param sentence what is wrong and what would be right
 */
public record Fault(String element, String title, int row, String part, String sentence) {

    static Fault of(Element element, String sentence) {
        return new Fault(element.key(), element.title(), 0, "", sentence);
    }
}
