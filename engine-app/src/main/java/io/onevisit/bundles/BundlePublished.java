package io.onevisit.bundles;

/** A bundle has a new edition; published in the transaction that publishes it. */
public record BundlePublished(String key) {}
