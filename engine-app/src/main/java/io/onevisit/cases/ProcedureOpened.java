package io.onevisit.cases;

import io.onevisit.catalogue.LimitUnit;

/**
 * A special procedure began; heard in the same transaction.
 *
 * @param file the case as it left it
 * @param days asked for
 * @param unit working or calendar days
 */
public record ProcedureOpened(CaseFile file, int days, LimitUnit unit, String reason, String basis) {}
