package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Light;
import java.time.Instant;

/** A light got its card; once per supervised thing and light. */
public record CardRaised(
        long cardId, String caseNo, ClockKind kind, Light light, String department, String region, Instant raisedAt) {}
