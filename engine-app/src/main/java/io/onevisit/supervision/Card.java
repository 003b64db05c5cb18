package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Light;
import java.time.Instant;

/**
 * A warning (蓝) or a card (黄牌, 红牌) for the department whose time is running out or has run out.
 *
 * @param dueAt the instant after which the light began
 * @param element what is supervised, in the words of the supervision rules
 * @param basis the rule and the law it rests on
 * @param state ISSUED until somebody revokes or urges it
 */
public record Card(
        long id,
        String caseNo,
        ClockKind kind,
        Light light,
        String department,
        String region,
        Instant dueAt,
        Instant raisedAt,
        String element,
        String message,
        String basis,
        String state) {}
