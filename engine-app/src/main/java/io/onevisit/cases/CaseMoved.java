package io.onevisit.cases;

import java.time.Instant;

/**
 * A case went along one arrow of its life; heard in the same transaction.
 *
 * @param file the case as the move left it
 * @param from {@code null} where the case was just submitted
 * @param who as the journal names them
 */
public record CaseMoved(CaseFile file, CaseState from, String who, Instant at) {

    public String caseNo() {
        return file.caseNo();
    }

    public CaseState to() {
        return file.state();
    }
}
