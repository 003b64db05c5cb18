package io.onevisit.cockpit;

import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.Editions;
import io.onevisit.engine.Editions.Edition;
import io.onevisit.engine.NumberRange;
import io.onevisit.engine.Traffic;
import io.onevisit.reach.Reach;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The processes of bundles and the shared ones, each with what runs on all its editions within somebody's division. */
@Component
class ProcessList {

    /** So many instances of an edition are looked at for its lights; of more, an even share. */
    private static final int LOOKED_AT = 1_000;

    private final Editions editions;
    private final Traffic traffic;
    private final NumberLights lights;
    private final Bundles bundles;
    private final Regions regions;

    ProcessList(Editions editions, Traffic traffic, NumberLights lights, Bundles bundles, Regions regions) {
        this.editions = editions;
        this.traffic = traffic;
        this.lights = lights;
        this.bundles = bundles;
        this.regions = regions;
    }

    /** The province's models are everybody's; a city's own are its, and of those who watch over it. */
    static boolean sees(Reach reach, Edition edition) {
        return edition.city().isEmpty()
                || reach.holds(edition.city())
                || edition.city().startsWith(city(reach));
    }

    /** A county works by its city's editions. */
    private static String city(Reach reach) {
        return reach.first().length() > 4 ? reach.first().substring(0, 4) : "~";
    }

    List<Row> of(Reach reach) {
        var numbers = reach.numbers();
        var running = traffic.running(numbers);
        var failed = traffic.failed(numbers);
        var own = bundles.editions().stream()
                .map(io.onevisit.bundles.Edition::key)
                .collect(Collectors.toSet());
        return editions.all().stream()
                .filter(edition -> sees(reach, edition))
                .collect(Collectors.groupingBy(
                        edition -> List.of(edition.key(), edition.city()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(process -> row(process, running, failed, numbers, own))
                .toList();
    }

    private Row row(
            List<Edition> process,
            Map<String, Long> running,
            Map<String, Map<String, Long>> failed,
            NumberRange numbers,
            Set<String> own) {
        var newest = process.get(0);
        var shining = LightCounts.NOTHING;
        var estimated = false;
        for (var edition : process) {
            if (!running.containsKey(edition.id())) continue;
            var share = traffic.numbers(edition.id(), numbers, LOOKED_AT);
            shining = shining.and(LightCounts.of(lightsOf(share.found()), share.every()));
            estimated |= share.every() > 1;
        }
        return new Row(
                newest.key(),
                newest.name(),
                newest.city(),
                cityName(newest.city()),
                !own.contains(newest.key()),
                process.size(),
                newest.version(),
                newest.tag(),
                newest.publishedAt(),
                process.stream()
                        .mapToLong(edition -> running.getOrDefault(edition.id(), 0L))
                        .sum(),
                process.stream()
                        .mapToLong(edition -> sum(failed.get(edition.id())))
                        .sum(),
                shining,
                estimated);
    }

    private List<String> lightsOf(Collection<String> numbers) {
        var lit = lights.of(numbers);
        return numbers.stream()
                .map(number -> lit.containsKey(number) ? lit.get(number).light() : NumberLights.NONE)
                .toList();
    }

    static long sum(Map<String, Long> counts) {
        return counts == null
                ? 0
                : counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private String cityName(String city) {
        return city.isEmpty() ? "" : regions.find(city).map(Region::name).orElse(city);
    }

    /**
     * @param shared whether other processes call it; else it is a bundle's own
     * @param city the city whose own editions these are, empty for the province's
     * @param version of the newest edition, like {@code tag} and {@code publishedAt}
     * @param estimated whether the lights were reckoned from a share of the instances
     */
    record Row(
            String key,
            String name,
            String city,
            String cityName,
            boolean shared,
            int editions,
            int version,
            String tag,
            Instant publishedAt,
            long running,
            long incidents,
            LightCounts lights,
            boolean estimated) {}
}
