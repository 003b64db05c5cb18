package io.onevisit.deadlines;

import java.util.Set;

/**
 * The clocks of these numbers are about to change together. Heard before any of them is locked, so that whoever keeps rows
 * in step with clocks locks those first, as everybody else does.
 */
public record ClocksToChange(Set<String> numbers) {}
