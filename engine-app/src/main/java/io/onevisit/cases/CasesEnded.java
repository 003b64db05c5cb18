package io.onevisit.cases;

import java.util.List;

/**
 * Cases of an application ended without a decision by one act: taken back, returned, voided or sent on; heard in the same
 * transaction, after the last of them.
 *
 * @param files the cases as the act left them
 * @param reason why, in a sentence for the applicant
 * @param to the body they were sent on to, empty where they were not or nobody said
 */
public record CasesEnded(String applicationNo, List<CaseFile> files, String reason, String to) {}
