package io.onevisit.operations;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param aloneUpTo so many processes somebody may move alone; above it a second person agrees first
 * @param most processes of one operation
 * @param portion processes that are done before the others' operations have their turn
 */
@Validated
@ConfigurationProperties("onevisit.operations")
record OperationsProperties(
        @DefaultValue("20") @Min(0) int aloneUpTo,
        @DefaultValue("2000") @Min(1) int most,
        @DefaultValue("25") @Min(1) int portion) {}
