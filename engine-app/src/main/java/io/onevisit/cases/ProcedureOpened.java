package io.onevisit.cases;

/**
 * A special procedure began; heard in the same transaction.
 *
 * @param file the case as it left it
 * @param days asked for, counted as the case counts its own
 */
public record ProcedureOpened(CaseFile file, int days, String reason, String basis) {}
