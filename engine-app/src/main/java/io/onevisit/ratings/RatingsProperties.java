package io.onevisit.ratings;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of ratings, from local rules on 好差评 (国办发〔2019〕51号).
 *
 * @param defaultAfter how long after closing a case that nobody rated counts as 基本满意 (Guangdong 2019: 7 calendar days)
 * @param contactDays working days until a bad rating is verified, its named rater contacted
 * @param rectifyDays working days until it is rectified and answered
 * @param rectifyMost working days that an extension may reach in all
 * @param rectifyAgainDays working days of the head of the unit where the rater is still not content (示例，依据待核对)
 * @param secondWithin how long after it was settled the rater may still say that the reply doesn't do (示例，依据待核对)
 */
@Validated
@ConfigurationProperties("onevisit.ratings")
record RatingsProperties(
        @DefaultValue("7d") Duration defaultAfter,
        @DefaultValue("1") @Positive int contactDays,
        @DefaultValue("5") @Positive int rectifyDays,
        @DefaultValue("15") @Positive int rectifyMost,
        @DefaultValue("5") @Positive int rectifyAgainDays,
        @DefaultValue("30d") Duration secondWithin) {}
