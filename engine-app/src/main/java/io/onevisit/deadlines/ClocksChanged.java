package io.onevisit.deadlines;

import java.util.List;

/** The clocks of many cases got an entry at once, because their calendar changed; heard in the same transaction. */
public record ClocksChanged(List<ClockChanged> changes) {}
