package io.onevisit.hotline;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of work orders (安阳市政务服务条例第五十条 as an example: 5 working days, 5 more with the head's approval, return within 24 hours).
 *
 * @param limitDays working days to answer
 * @param extensionDays working days that one extension adds
 */
@Validated
@ConfigurationProperties("onevisit.hotline")
record HotlineProperties(@DefaultValue("5") @Positive int limitDays, @DefaultValue("5") @Positive int extensionDays) {}
