package io.onevisit.materials;

import java.time.Instant;
import java.util.UUID;

/**
 * A file somebody handed in.
 *
 * @param owner user name of who handed it in
 * @param name as the person called it; shown, never used as a path
 * @param type media type by content, one of {@link DocumentType}
 */
public record Document(UUID id, String owner, String name, String type, long size, String sha256, Instant storedAt) {

    Document named(String opened) {
        return new Document(id, owner, opened, type, size, sha256, storedAt);
    }
}
