package io.onevisit.materials;

/** A notice of everything that is wanting went out; heard in the same transaction. */
public record SupplementRequested(Supplement notice) {}
