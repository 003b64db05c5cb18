package io.onevisit.notices;

import java.util.List;
import java.util.Map;

/**
 * Whom a notice goes to and the words that fill its template.
 *
 * @param recipient user name of the person
 * @param also user names of who is told as well: who acts for them
 * @param words by placeholder, e.g. {@code itemName}; an absent word reads as the empty text
 */
public record Addressee(String recipient, List<String> also, Map<String, String> words) {}
