package io.onevisit.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much the edge takes.
 *
 * @param contentSecurityPolicy what pages of the client may load and run
 * @param body the largest body where no rule says otherwise
 * @param bodies larger or smaller ones for kinds of addresses; the first that matches counts
 * @param budgets how often kinds of addresses may be asked; the first that matches counts
 */
@Validated
@ConfigurationProperties("onevisit.edge")
record EdgeProperties(
        @NotNull String contentSecurityPolicy,
        @NotNull DataSize body,
        @NotNull List<@Valid Bodies> bodies,
        @NotNull List<@Valid Budget> budgets) {

    /** @param requests methods and paths, e.g. {@code POST /api/session}; a path alone means every method */
    record Bodies(@NotEmpty List<String> requests, @NotNull DataSize size) {}

    /**
     * @param name a word for logs and figures
     * @param address how many per network address, e.g. {@code 60/1m}; empty for any number
     * @param person how many per signed-in person
     * @param client how many per worker or department's system
     */
    record Budget(@NotEmpty String name, @NotEmpty List<String> requests, Rate address, Rate person, Rate client) {}
}
