package io.onevisit.catalogue;

/** An administrative division by its six-digit code. */
public record Region(String code, String name, String level, String parent) {}
