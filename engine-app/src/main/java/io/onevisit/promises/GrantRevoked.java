package io.onevisit.promises;

import io.onevisit.cases.CaseFile;

/**
 * A grant on a promise was taken back, and its license with it; heard in the same transaction.
 *
 * @param falsePromise whether what was promised was untrue from the start
 */
public record GrantRevoked(CaseFile file, String reason, boolean falsePromise) {}
