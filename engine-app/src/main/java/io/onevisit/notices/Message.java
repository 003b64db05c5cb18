package io.onevisit.notices;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one person.
 *
 * @param key the effect it belongs to: one message per key
 * @param applicationNo {@code null} where it concerns no application, e.g. a work order
 * @param caseNo {@code null} where it concerns the whole application
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
        Instant at) {}
