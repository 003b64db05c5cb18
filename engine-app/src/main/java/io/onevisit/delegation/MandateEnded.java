package io.onevisit.delegation;

import java.util.UUID;

/**
 * Nobody acts under this mandate any more; in the transaction that ended it.
 *
 * @param backTo user name of whom what was begun goes back to, {@code null} where they have no account
 */
public record MandateEnded(UUID mandate, String backTo) {}
