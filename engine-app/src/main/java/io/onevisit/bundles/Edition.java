package io.onevisit.bundles;

import java.time.Instant;

/** One publication of a bundle, whole. */
public record Edition(
        String key,
        String region,
        int number,
        String contentHash,
        String publishedBy,
        Instant publishedAt,
        String note) {}
