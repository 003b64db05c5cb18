package io.onevisit.cases;

import java.time.Instant;

/** The license a case ends with was issued; heard in the same transaction. */
public record CaseLicensed(String caseNo, String licenseId, Instant at) {}
