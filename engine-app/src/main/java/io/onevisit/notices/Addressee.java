package io.onevisit.notices;

import java.util.Map;

/**
 * Whom a notice goes to and the words that fill its template.
 *
 * @param recipient user name of the person
 * @param words by placeholder, e.g. {@code itemName}; an absent word reads as the empty text
 */
public record Addressee(String recipient, Map<String, String> words) {}
