package io.onevisit.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard the deletion works.
 *
 * @param batch things removed in one transaction
 * @param most things one rule removes in one run
 */
@ConfigurationProperties("onevisit.retention")
record RetentionProperties(@DefaultValue("200") int batch, @DefaultValue("100000") int most) {}
