package io.onevisit.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the window.
 *
 * @param offline how long ago something may have been taken in without the network
 */
@ConfigurationProperties("onevisit.window")
record WindowProperties(@DefaultValue("3d") Duration offline) {}
