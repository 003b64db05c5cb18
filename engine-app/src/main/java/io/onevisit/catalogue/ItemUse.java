package io.onevisit.catalogue;

import java.util.List;

/** What rests on an item and has to be looked at when it changes; one bean per kind of thing. */
public interface ItemUse {

    List<Use> of(String code);

    /**
     * One thing that uses the item.
     *
     * @param kind {@code BUNDLE} or {@code CASES}
     * @param name what people call it
     * @param count how many they are
     * @param note what the change means for it
     */
    record Use(String kind, String name, long count, String note) {}
}
