package io.onevisit.deadlines;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits that no item states.
 *
 * @param supplementDays working days an applicant has to answer a supplement notice
 */
@Validated
@ConfigurationProperties("onevisit.deadlines")
record DeadlinesProperties(@DefaultValue("15") @Positive int supplementDays) {}
