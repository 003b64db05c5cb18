package io.onevisit.distribution;

import java.time.Instant;

/**
 * Where a case was sent.
 *
 * @param number 1 for what the rule said, one more with each correction
 * @param groupName the group whose officers may take its tasks
 * @param region the division whose unit has it
 * @param officer user name of the officer who is responsible since an earlier case, {@code null} where anyone may take it
 * @param reason in a sentence
 * @param rule id of the rule that fired, {@code null} by hand
 * @param facts what the rule was told, as JSON; empty by hand
 * @param mode {@code BY_RULE} or {@code BY_HAND}
 * @param who name of the person who corrected it, the platform's for a rule
 */
public record Distribution(
        String caseNo,
        int number,
        String department,
        String groupName,
        String region,
        String officer,
        String reason,
        String rule,
        Integer decisionVersion,
        String facts,
        String mode,
        String who,
        Instant at) {}
