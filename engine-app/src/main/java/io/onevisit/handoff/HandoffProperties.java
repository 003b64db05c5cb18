package io.onevisit.handoff;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cases go to departments' systems and answers come back.
 *
 * @param departments addresses and secrets by department code; written to {@code department_system} at start
 * @param window how far a callback's time may be from ours
 * @param mac the algorithm of signatures, as the JDK or an installed provider names it
 * @param demoUrl where the simulated departments of the demonstration listen
 * @param demoSecret the secret they share with us; made up at first start where it is empty
 */
@Validated
@ConfigurationProperties("onevisit.handoff")
public record HandoffProperties(
        Map<String, Address> departments,
        @DefaultValue("5m") @NotNull Duration window,
        @DefaultValue("HmacSHA256") @NotNull String mac,
        @DefaultValue("") String demoUrl,
        @DefaultValue("") String demoSecret) {

    public HandoffProperties {
        departments = departments == null ? Map.of() : Map.copyOf(departments);
    }

    public record Address(@NotNull String url, @NotNull String secret) {}
}
