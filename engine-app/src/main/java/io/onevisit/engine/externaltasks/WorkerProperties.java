package io.onevisit.engine.externaltasks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do the platform's outside work.
 *
 * @param secret what workers send as bearer token; empty to make one up and keep it in the data folder
 */
@ConfigurationProperties("onevisit.workers")
record WorkerProperties(@DefaultValue("") String secret) {}
