package io.onevisit.bundles;

import io.onevisit.problems.Problem;

/**
 * Key of one item applied for on its own, e.g. {@code item:HN-WJ-0103:newborn}; it stands wherever a bundle's key does.
 *
 * @param code code of the service item
 * @param source key of the bundle whose form the item is asked with, {@code shared} for the general form
 */
record SingleKey(String code, String source) {

    private static final String PREFIX = "item:";

    static boolean is(String key) {
        return key.startsWith(PREFIX);
    }

    static SingleKey parse(String key) {
        var parts = key.split(":");
        if (parts.length != 3) {
            throw Problem.notFound("bundle-unknown", "没有找到这个事项（" + key + "）。");
        }
        return new SingleKey(parts[1], parts[2]);
    }

    /** Key of the folder of models that a key leads to. */
    static String folder(String key) {
        return is(key) ? parse(key).source() : key;
    }

    @Override
    public String toString() {
        return PREFIX + code + ":" + source;
    }
}
