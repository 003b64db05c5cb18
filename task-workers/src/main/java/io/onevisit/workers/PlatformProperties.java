package io.onevisit.workers;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the platform is.
 *
 * @param url its base address, without a slash at the end
 * @param answerWithin how long one answer may take
 */
@Validated
@ConfigurationProperties("onevisit.platform")
record PlatformProperties(
        @DefaultValue("http://localhost:8080") @NotNull URI url, @DefaultValue("15s") Duration answerWithin) {}
