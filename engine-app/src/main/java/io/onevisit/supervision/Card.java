package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Light;
import java.time.Instant;

/**
 * A warning (蓝) or a card (黄牌, 红牌) for the department whose time is running out or has run out.
 *
 * @param caseNo number of what is supervised: a case, an application, a work order, another card
 * @param number counts the clocks of one kind of that number, from 1
 * @param dueAt the instant after which the light began
 * @param issuedAt {@code null} while a supervisor has not confirmed it
 * @param element what is supervised, in the words of the supervision rules
 * @param basis the rules and the law it rests on
 * @param feedbackDays working days for the feedback, where one is asked for
 * @param cardNo its own number, once its loop has begun
 */
public record Card(
        long id,
        String caseNo,
        ClockKind kind,
        int number,
        Light light,
        String department,
        String region,
        String itemCode,
        Instant dueAt,
        Instant raisedAt,
        Instant issuedAt,
        String element,
        String message,
        String basis,
        CardState state,
        CardPhase phase,
        boolean needsFeedback,
        int feedbackDays,
        String cardNo) {

    /** 预警, 黄牌 or 红牌. */
    String lightName() {
        return Words.light(light.name());
    }
}
