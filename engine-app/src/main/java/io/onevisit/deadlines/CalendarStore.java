package io.onevisit.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.RegionCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Working calendars in the database; an edition is written once. */
@Component
class CalendarStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CalendarStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A calendar in one of its editions. */
    record Key(String region, int edition) {

        /** Regions whose calendar counts here while there is none of its own; never empty, for a list in a query. */
        List<String> above() {
            var wider = new ArrayList<>(RegionCode.of(region).lineage());
            wider.removeIf(region::equals);
            return wider.isEmpty() ? List.of("") : wider;
        }

        /** What the codes of the regions begin with that this one holds. */
        String prefix() {
            return RegionCode.of(region).prefix();
        }

        /** Whether clocks counted by the other are to be counted by this one: a newer edition, or a region's own. */
        boolean follows(Key other) {
            return region.equals(other.region) ? other.edition < edition : above().contains(other.region);
        }
    }

    /** The newest edition of the first of the regions that has a calendar, the most local one first. */
    Optional<Key> newest(List<String> regions) {
        return jdbc.sql(
                        """
                        select region, max(edition) as edition from working_calendar
                        where region in (:regions) group by region order by region desc limit 1""")
                .param("regions", regions)
                .query(Key.class)
                .optional();
    }

    List<YearPlan> years(Key key) {
        return jdbc.sql(
                        """
                        select year, published, source, hours, off_days::text[], work_days::text[], special::text, names::text
                        from calendar_year where region = :region and edition = :edition order by year""")
                .param("region", key.region)
                .param("edition", key.edition)
                .query((row, n) -> plan(row))
                .list();
    }

    /** Fills a region that has no calendar yet; of several nodes that start at once one does it. */
    void insertFirst(String region, List<YearPlan> plans) {
        lock(region);
        if (newest(List.of(region)).isEmpty()) insert(new Key(region, 1), plans, "随软件提供");
    }

    /**
     * A region's own calendar begins as a copy of the one that counted there.
     *
     * @param above that of the city or province
     */
    void insertOwn(String region, Key above) {
        lock(region);
        if (newest(List.of(region)).isEmpty())
            insert(new Key(region, 1), years(above), "沿用 " + above.region + " 第 " + above.edition + " 版");
    }

    /** The newest edition with one year replaced or added, as the next edition; the newest itself if it says the same. */
    Key insertNext(String region, YearPlan plan, String note) {
        lock(region);
        var newest = newest(List.of(region)).orElseThrow();
        var plans = new ArrayList<>(years(newest));
        if (plans.stream().anyMatch(known -> known.year() == plan.year() && known.countsAs(plan))) return newest;
        plans.removeIf(other -> other.year() == plan.year());
        plans.add(plan);
        var next = new Key(region, newest.edition + 1);
        new WorkingCalendar(region, next.edition, plans);
        insert(next, plans, note);
        return next;
    }

    /** Names of days off are for reading only: an edition that has none yet takes them. */
    void name(String region, YearPlan plan) {
        if (plan.names().isEmpty()) return;
        jdbc.sql(
                        "update calendar_year set names = cast(:names as jsonb) where region = :region and year = :year and names = '{}'")
                .param("names", write(plan.names()))
                .param("region", region)
                .param("year", plan.year())
                .update();
    }

    private void lock(String region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('working_calendar ' || :region))")
                .param("region", region)
                .query((row, n) -> true)
                .single();
    }

    private void insert(Key key, List<YearPlan> plans, String note) {
        jdbc.sql("insert into working_calendar (region, edition, note) values (:region, :edition, :note)")
                .param("region", key.region)
                .param("edition", key.edition)
                .param("note", note)
                .update();
        for (var plan : plans)
            jdbc.sql(
                            """
                            insert into calendar_year
                                (region, edition, year, published, source, hours, off_days, work_days, special, names)
                            values (:region, :edition, :year, :published, :source, cast(:hours as text[]),
                                cast(:off as date[]), cast(:work as date[]), cast(:special as jsonb),
                                cast(:names as jsonb))""")
                    .param("region", key.region)
                    .param("edition", key.edition)
                    .param("year", plan.year())
                    .param("published", plan.published())
                    .param("source", plan.source())
                    .param("hours", array(plan.hours()))
                    .param("off", array(plan.off()))
                    .param("work", array(plan.work()))
                    .param("special", write(texts(plan.special())))
                    .param("names", write(plan.names()))
                    .update();
    }

    private YearPlan plan(ResultSet row) throws SQLException {
        var special = new TreeMap<LocalDate, List<Hours>>();
        read(row.getString("special")).forEach((day, hours) -> special.put(LocalDate.parse(day), parse(hours)));
        return new YearPlan(
                row.getInt("year"),
                row.getBoolean("published"),
                row.getString("source"),
                parse(texts(row.getArray("hours"))),
                texts(row.getArray("off_days")).stream().map(LocalDate::parse).collect(Collectors.toSet()),
                texts(row.getArray("work_days")).stream().map(LocalDate::parse).collect(Collectors.toSet()),
                special,
                names(row.getString("names")));
    }

    private Map<String, List<String>> read(String special) {
        try {
            return json.readValue(special, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("working calendar with unreadable hours: " + special, e);
        }
    }

    private Map<LocalDate, String> names(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("working calendar with unreadable names: " + text, e);
        }
    }

    private static Map<LocalDate, List<String>> texts(Map<LocalDate, List<Hours>> special) {
        var texts = new TreeMap<LocalDate, List<String>>();
        special.forEach((day, hours) ->
                texts.put(day, hours.stream().map(Hours::toString).toList()));
        return texts;
    }

    private String write(Map<LocalDate, ?> days) {
        try {
            return json.writeValueAsString(new TreeMap<>(days));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Hours> parse(List<String> hours) {
        return hours.stream().map(Hours::parse).toList();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
