package io.onevisit.halls;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.engine.Decisions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How much earlier somebody's turn comes, as the decision {@code queue-priority} of the province or the city says. */
@Component
class Priorities {

    static final String DECISION = "queue-priority";

    private final Decisions decisions;

    Priorities(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The minutes of the best of these reasons. */
    int minutes(Hall hall, Collection<Claim> claims) {
        return claims.stream()
                .map(claim -> worth(hall, claim))
                .flatMap(Optional::stream)
                .mapToInt(Worth::minutes)
                .max()
                .orElse(0);
    }

    /** The rule as it is shown to everybody. */
    List<Worth> all(Hall hall) {
        return Arrays.stream(Claim.values())
                .map(claim -> worth(hall, claim))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Worth> worth(Hall hall, Claim claim) {
        return decisions
                .evaluate(DECISION, RegionCode.of(hall.region()).city(), Map.of("claim", claim.name()))
                .rows()
                .stream()
                .map(row ->
                        new Worth(claim, ((Number) row.get("minutes")).intValue(), String.valueOf(row.get("reason"))))
                .findFirst();
    }

    record Worth(Claim claim, int minutes, String reason) {}
}
