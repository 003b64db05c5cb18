package io.onevisit.operations;

/**
 * A process that somebody chose.
 *
 * @param number of what it is about
 * @param instance {@code null} where it does not run
 * @param incident {@code null} where none is retried
 */
record Target(String number, String instance, String incident) {}
