package io.onevisit.catalogue;

/**
 * A material that an item asks for in a region.
 *
 * @param necessity {@code REQUIRED}, {@code CONDITIONAL} (then {@code neededWhen} says when) or {@code OPTIONAL}
 * @param local whether a lower level asks for it beside what the province asks for
 */
public record ItemMaterial(Material material, String necessity, String neededWhen, boolean local) {

    public boolean required() {
        return necessity.equals("REQUIRED");
    }
}
