package io.onevisit.payments;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the public payment platform is known.
 *
 * @param secret shared with it; where it is empty nothing it says is believed
 * @param mac the algorithm of its signatures, as the JDK or an installed provider names it
 */
@Validated
@ConfigurationProperties("onevisit.payments")
public record PaymentProperties(@DefaultValue("") String secret, @DefaultValue("HmacSHA256") @NotNull String mac) {}
