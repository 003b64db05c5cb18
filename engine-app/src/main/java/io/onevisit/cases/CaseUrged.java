package io.onevisit.cases;

/**
 * The applicant asks for a case to be hurried on (催办); heard in the same transaction.
 *
 * @param words what they say about it, empty where nothing
 */
public record CaseUrged(CaseFile file, String words) {}
