package io.onevisit.workers;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How workers meet the platform.
 *
 * @param enabled whether they fetch work at all
 * @param secret what they show to be let in; empty: it is read from {@code secretFile}
 * @param secretFile where the platform leaves the secret at its first start
 * @param longPoll how long the platform may keep a request for work open
 * @param lock how long fetched work is ours without a sign of life
 * @param stopWithin how long work under way may take when the workers are told to stop
 */
@Validated
@ConfigurationProperties("onevisit.workers")
record WorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String secret,
        @NotNull Path secretFile,
        @DefaultValue("20s") Duration longPoll,
        @DefaultValue("60s") Duration lock,
        @DefaultValue("20s") Duration stopWithin) {}
