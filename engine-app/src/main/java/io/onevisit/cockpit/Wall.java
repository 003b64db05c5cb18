package io.onevisit.cockpit;

import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs under which light in each place of a division: a province by its cities, a city by its counties. */
@Component
class Wall {

    private final JdbcClient sql;
    private final Regions regions;
    private final Clock time;

    Wall(JdbcClient sql, Regions regions, Clock time) {
        this.sql = sql;
        this.regions = regions;
        this.time = time;
    }

    /**
     * @param own the division to begin with
     * @param code the division wanted, the empty text for one's own
     */
    Places of(Reach reach, String own, String code) {
        var wanted = code.isBlank() ? own : code;
        var here = regions.find(wanted)
                .filter(region -> reach.holds(region.code()))
                .orElseThrow(() -> Problem.notFound("region-unknown", "没有找到这个区划，或者它不在您的监察范围内。"));
        var lights = lights(here.code());
        var places = here(here).stream()
                .map(place -> Place.of(
                        place,
                        place.code().equals(here.code()),
                        lights.getOrDefault(place.code(), LightCounts.NOTHING)))
                .toList();
        var above = RegionCode.of(here.code()).lineage().stream()
                .filter(reach::holds)
                .flatMap(each -> regions.find(each).stream())
                .map(each -> new Step(each.code(), each.name()))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
        return new Places(above, time.instant(), places);
    }

    /** The places of a division one level below it, after its own level. */
    private List<Region> here(Region region) {
        var below = region.level().equals("PROVINCE") ? "CITY" : "COUNTY";
        return regions.within(region.code()).stream()
                .filter(each ->
                        each.code().equals(region.code()) || each.level().equals(below))
                .toList();
    }

    private Map<String, LightCounts> lights(String region) {
        var prefix = RegionCode.of(region).prefix();
        return sql
                .sql(
                        """
                        select place, count(*) filter (where light = 'NONE') as none,
                               count(*) filter (where light = 'BLUE') as blue,
                               count(*) filter (where light = 'YELLOW') as yellow,
                               count(*) filter (where light = 'RED') as red
                        from (select %s as place, %s as light from case_file c
                              where closed_at is null and region between :first and :last) as open
                        group by place"""
                                .formatted(
                                        prefix.length() <= 2 ? "region_city(c.region)" : "left(c.region, 6)",
                                        CaseList.LIGHT))
                .param("now", Timestamp.from(time.instant()))
                .param("first", prefix)
                .param("last", RegionCode.last(prefix))
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::place, Counted::lights));
    }

    private record Counted(String place, long none, long blue, long yellow, long red) {

        private LightCounts lights() {
            return new LightCounts(none, blue, yellow, red);
        }
    }

    /** @param above the way down from the highest division within reach to this one */
    record Places(List<Step> above, Instant at, List<Place> places) {}

    record Step(String code, String name) {}

    /** @param own the division itself, without the places in it */
    record Place(String code, String name, boolean own, long running, long none, long blue, long yellow, long red) {

        private static Place of(Region region, boolean own, LightCounts lights) {
            return new Place(
                    region.code(),
                    own ? region.name() + "本级" : region.name(),
                    own,
                    lights.all(),
                    lights.none(),
                    lights.blue(),
                    lights.yellow(),
                    lights.red());
        }
    }
}
