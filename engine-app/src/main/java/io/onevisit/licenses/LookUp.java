package io.onevisit.licenses;

/**
 * A question to the repository, and for whose sake it is asked.
 *
 * @param who the officer or service that asks
 * @param caseNo the case it is asked for, empty where it serves the whole application
 */
public record LookUp(
        String who,
        String applicationNo,
        String caseNo,
        String itemCode,
        String type,
        String holderIdNo,
        String purpose) {}
