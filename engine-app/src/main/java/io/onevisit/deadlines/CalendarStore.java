package io.onevisit.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.RegionCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
    private final Clock now;

    CalendarStore(JdbcClient jdbc, ObjectMapper json, Clock now) {
        this.jdbc = jdbc;
        this.json = json;
        this.now = now;
    }

    /** @param year what was published or changed, {@code null} for a first edition */
    record Note(String text, Integer year, CalendarAuthor author) {}

    /** A calendar in one of its editions. */
    record Key(String region, int edition) {

        /** Regions whose calendar counts here while there is none of its own; never empty, for a list in a query. */
        List<String> above() {
            var wider = new ArrayList<>(RegionCode.of(region).lineage());
            wider.removeIf(region::equals);
            return wider.isEmpty() ? List.of("") : wider;
        }

        /** First and last code of the regions that this one holds. */
        String first() {
            return RegionCode.of(region).prefix();
        }

        String last() {
            return RegionCode.of(region).last();
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

    /** Regions with a calendar of their own. */
    List<String> regions() {
        return jdbc.sql("select distinct region from working_calendar order by region")
                .query(String.class)
                .list();
    }

    /** Whether an older edition, or a wider calendar followed before, holds a year provisionally that this one publishes. */
    boolean resolvesAnything(Key key) {
        return jdbc.sql(
                        """
                        select exists (select 1 from calendar_year o
                            join calendar_year n on n.region = :region and n.edition = :edition and n.year = o.year and n.published
                            where not o.published and (o.region = :region and o.edition < :edition or o.region in (:above)))""")
                .param("region", key.region)
                .param("edition", key.edition)
                .param("above", key.above())
                .query(Boolean.class)
                .single();
    }

    /** Who last published or changed a year, and when, in words; empty where that was not kept. */
    String author(String region, int year) {
        return jdbc.sql(
                        """
                        select ' ' || name || ' 于 ' || to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' '
                        from working_calendar where region = :region and year = :year and name is not null
                        order by edition desc limit 1""")
                .param("region", region)
                .param("year", year)
                .query(String.class)
                .optional()
                .orElse("他人");
    }

    /** What publishing an edition has done to running clocks; what was broken off and goes on adds to it. */
    void count(Key key, int recounted, int moved, int leftOver) {
        jdbc.sql(
                        """
                        update working_calendar set recounted = recounted + :recounted, moved = moved + :moved, left_over = :left
                        where region = :region and edition = :edition""")
                .param("recounted", recounted)
                .param("moved", moved)
                .param("left", leftOver)
                .param("region", key.region)
                .param("edition", key.edition)
                .update();
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
        if (newest(List.of(region)).isEmpty())
            insert(new Key(region, 1), plans, new Note("随软件提供", null, CalendarAuthor.PLATFORM));
    }

    /**
     * A region's own calendar begins as a copy of the one that counted there.
     *
     * @param above that of the city or province
     */
    void insertOwn(String region, Key above, CalendarAuthor author) {
        lock(region);
        if (newest(List.of(region)).isEmpty())
            insert(
                    new Key(region, 1),
                    years(above),
                    new Note("沿用 " + above.region + " 第 " + above.edition + " 版", null, author));
    }

    /** The newest edition with one year replaced or added, as the next edition; the newest itself if it says the same. */
    Key insertNext(String region, YearPlan plan, Note note) {
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

    private void insert(Key key, List<YearPlan> plans, Note note) {
        jdbc.sql(
                        """
                        insert into working_calendar (region, edition, created_at, note, year, who, name)
                        values (:region, :edition, :at, :note, :year, :who, :name)""")
                .param("region", key.region)
                .param("edition", key.edition)
                .param("at", Timestamp.from(now.instant()))
                .param("note", note.text)
                .param("year", note.year)
                .param("who", note.author.username())
                .param("name", note.author.name())
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
