package io.onevisit.catalogue;

/**
 * One thing an item takes money for (收费项目).
 *
 * @param basis where it is laid down, empty where the item does not say
 */
public record Fee(String name, long cents, String basis) {}
