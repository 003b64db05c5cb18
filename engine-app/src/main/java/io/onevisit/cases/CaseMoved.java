package io.onevisit.cases;

import java.time.Instant;

/**
 * A case went along one arrow of its life; heard in the same transaction.
 *
 * @param from {@code null} where the case was just submitted
 * @param who as the journal names them
 */
public record CaseMoved(String caseNo, CaseState from, CaseState to, String who, Instant at) {}
