package io.onevisit.catalogue;

/**
 * What an item says of appointments (要素 41).
 *
 * @param allowed whether one may book; so where it says nothing
 * @param perDay how many may come on a day, {@code null} where it says nothing
 * @param rule in words, empty without one
 */
public record Booking(boolean allowed, Integer perDay, String rule) {}
