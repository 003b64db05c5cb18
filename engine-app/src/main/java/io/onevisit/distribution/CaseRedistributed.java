package io.onevisit.distribution;

/**
 * A case was given to another unit by hand; its open tasks move in the same transaction.
 *
 * @param from the group that had it
 * @param officer user name of the officer it goes to, {@code null} where anyone of the unit may take it
 */
public record CaseRedistributed(
        String applicationNo, String caseNo, String from, String group, String region, String officer) {}
