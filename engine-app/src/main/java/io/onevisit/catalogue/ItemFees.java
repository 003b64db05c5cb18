package io.onevisit.catalogue;

import java.util.List;

/**
 * What an edition of an item says of its fees.
 *
 * @param fees none where the item does not say how much: then an officer assesses it
 * @param online whether they may be paid online
 */
public record ItemFees(List<Fee> fees, boolean online) {}
