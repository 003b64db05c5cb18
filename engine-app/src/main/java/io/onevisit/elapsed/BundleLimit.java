package io.onevisit.elapsed;

import java.time.Instant;
import java.util.List;

/**
 * When a whole application is promised to be done, and because of which items.
 *
 * @param dueAt {@code null} until the first item is accepted and the time runs
 * @param days working days of the longest chain
 * @param items names of its items, first to last
 * @param text in a sentence
 */
public record BundleLimit(Instant dueAt, int days, List<String> items, String text) {}
