package io.onevisit.cases;

/**
 * The limits of a case were extended; heard in the same transaction.
 *
 * @param file the case as the extension left it
 * @param days working days
 */
public record CaseExtended(CaseFile file, int days, String reason) {}
