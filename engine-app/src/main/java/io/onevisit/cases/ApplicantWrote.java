package io.onevisit.cases;

import java.time.Instant;

/**
 * The applicant wrote to whoever handles their application; heard in the same transaction.
 *
 * @param caseNo {@code null} where it is about the whole application
 */
public record ApplicantWrote(String id, String applicationNo, String caseNo, Instant at) {}
