package io.onevisit.verification;

/**
 * An invariant, or a part of one, that the database alone can tell.
 *
 * @param id which of the invariants it belongs to
 * @param counted what is checked, as a query of one number
 * @param broken what breaks the rule, as a query of one sentence each
 */
record InvariantQuery(String id, String counted, String broken) {}
