package io.onevisit.deadlines;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits that no item states.
 *
 * @param supplementDays working days an applicant has to answer a supplement notice
 * @param preacceptanceDays working days from submission until somebody answers (网上预受理)
 * @param licenseIssueDays working days from the decision until the license is issued (出证)
 */
@Validated
@ConfigurationProperties("onevisit.deadlines")
record DeadlinesProperties(
        @DefaultValue("15") @Positive int supplementDays,
        @DefaultValue("2") @Positive int preacceptanceDays,
        @DefaultValue("3") @Positive int licenseIssueDays) {}
