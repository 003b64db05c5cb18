package io.onevisit.workers.handoff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient we are with a department's system.
 *
 * @param answerWithin how long one answer may take, to its last byte
 * @param largestAnswer bytes of an answer that are read at most
 * @param atOnce messages under way to one department
 * @param rest how long a department that keeps failing is left alone
 */
@Validated
@ConfigurationProperties("onevisit.workers.handoff")
record HandoffProperties(
        @DefaultValue("10s") @NotNull Duration answerWithin,
        @DefaultValue("65536") @Positive int largestAnswer,
        @DefaultValue("2") @Positive int atOnce,
        @DefaultValue("15s") @NotNull Duration rest) {}
