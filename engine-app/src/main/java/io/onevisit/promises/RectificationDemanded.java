package io.onevisit.promises;

import io.onevisit.cases.CaseFile;

/**
 * What was promised has to be made good; heard in the same transaction.
 *
 * @param days working days
 */
public record RectificationDemanded(CaseFile file, int days, String demand) {}
