package io.onevisit.notices;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one person.
 *
 * @param key the effect it belongs to: one message per key
 * @param applicationNo {@code null} where it concerns no application, e.g. a work order
 * @param caseNo {@code null} where it concerns the whole application
 * @param link path within the client that shows what it is about; {@code null} where that is the application
 */
public record Message(
        UUID id,
        String key,
        String recipient,
        String notice,
        String title,
        String text,
        String applicationNo,
        String caseNo,
        Instant at,
        String link) {

    public Message(
            UUID id,
            String key,
            String recipient,
            String notice,
            String title,
            String text,
            String applicationNo,
            String caseNo,
            Instant at) {
        this(id, key, recipient, notice, title, text, applicationNo, caseNo, at, null);
    }
}
