package io.onevisit.delegation;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longest how long a mandate may last from its first day */
@ConfigurationProperties("onevisit.delegation")
record DelegationProperties(@DefaultValue("P2Y") Period longest) {}
