package io.onevisit.search;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Without the index the platform works, only finding is harder: degraded, not down. */
@Component("searchHealthIndicator")
class SearchHealth implements HealthIndicator {

    private final IndexState state;

    SearchHealth(IndexState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        var now = state.now();
        return (now.answers() ? Health.up() : Health.status("DEGRADED"))
                .withDetail("entries", now.entries())
                .withDetail("waiting", now.waiting())
                .build();
    }
}
