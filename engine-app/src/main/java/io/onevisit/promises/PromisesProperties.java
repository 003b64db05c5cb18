package io.onevisit.promises;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deferredDays working days after acceptance within which a promised material is due; 示例（依据待核对）
 * @param checkDays working days within which a commitment is checked where the item does not say; 示例（依据待核对）
 */
@ConfigurationProperties("onevisit.promises")
record PromisesProperties(@DefaultValue("10") int deferredDays, @DefaultValue("40") int checkDays) {}
