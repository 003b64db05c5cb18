package io.onevisit.catalogue;

import java.util.Optional;

/**
 * An item and whether it can be applied for today.
 *
 * @param closed why not, in a sentence for applicants; empty where it can
 */
public record OfferedItem(ServiceItem item, Optional<String> closed) {}
