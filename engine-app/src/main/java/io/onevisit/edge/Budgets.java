package io.onevisit.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts requests by who sends them; each kind of address has budgets of its own, so that one never starves another. */
final class Budgets {

    private static final int MOST_KEPT = 200_000;

    private final List<Kind> kinds;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Budgets(List<EdgeProperties.Budget> budgets, TimeMeter time) {
        this.kinds = budgets.stream()
                .map(budget -> new Kind(budget, Asked.all(budget.requests())))
                .toList();
        this.time = time;
    }

    /** The kind of address asked, if it has a budget at all. */
    Optional<EdgeProperties.Budget> of(HttpServletRequest request) {
        var path = Asked.path(request);
        return kinds.stream()
                .filter(kind -> kind.requests().stream().anyMatch(asked -> asked.matches(request, path)))
                .map(Kind::budget)
                .findFirst();
    }

    /** Takes one from a sender's budget; tells how long to wait if nothing is left, zero if it was there. */
    Duration take(String name, String sender, Rate rate) {
        var bucket = buckets.get(new Key(name, sender), key -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.in()))
                .build());
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, taken.getNanosToWaitForRefill()));
    }

    private record Kind(EdgeProperties.Budget budget, List<Asked> requests) {}

    private record Key(String budget, String sender) {}
}
