package io.onevisit.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.deadlines.Calendars;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the units of departments work: their own hours, else those of the division above, else the office hours of the
 * region's calendar. Holidays, make-up days and days with other hours are the calendar's for everybody.
 */
@Component
class UnitHours {

    private final JdbcClient sql;
    private final Calendars calendars;
    private final ObjectMapper json;
    private final Clock time;

    UnitHours(JdbcClient sql, Calendars calendars, ObjectMapper json, Clock time) {
        this.sql = sql;
        this.calendars = calendars;
        this.json = json;
        this.time = time;
    }

    /**
     * What a division says of its own.
     *
     * @param week {@code null} where it took its hours back
     */
    record Own(String region, int edition, WeekHours week, Instant at, String who) {}

    /** What each division says of a department's hours, by its code. */
    Map<String, Own> of(String department) {
        var all = new HashMap<String, Own>();
        sql.sql("select distinct on (region) * from unit_hours where department = ? order by region, edition desc")
                .param(department)
                .query((row, n) -> new Own(
                        row.getString("region"),
                        row.getInt("edition"),
                        row.getString("week") == null ? null : WeekHours.read(week(row.getString("week"))),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by")))
                .list()
                .forEach(own -> all.put(own.region(), own));
        return all;
    }

    /** Whose hours hold in a division; empty where it is the calendar that says them. */
    static Optional<Own> holding(Map<String, Own> hours, String region) {
        return RegionCode.of(region).lineage().stream()
                .filter(level -> hours.containsKey(level) && hours.get(level).week() != null)
                .map(hours::get)
                .findFirst();
    }

    boolean open(String department, String region) {
        return open(of(department), region);
    }

    boolean open(Map<String, Own> hours, String region) {
        var calendar = calendars.find(region);
        if (calendar.isEmpty()) {
            return false;
        }
        return holding(hours, region)
                .map(own -> own.week().open(calendar.get(), time.instant()))
                .orElseGet(() -> calendar.get().open(time.instant()));
    }

    /**
     * Keeps new hours of a division.
     *
     * @param seen number of the edition that was seen when editing began, 0 for none; another one is a 409 problem
     * @param week {@code null}: those of the division above hold again
     */
    @Transactional
    void keep(String department, String region, int seen, WeekHours week, String who) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("hours:" + department + ":" + region)
                .query((row, n) -> 0)
                .list();
        var own = of(department).get(region);
        var newest = own == null ? 0 : own.edition();
        if (newest != seen) {
            throw Problem.conflict(
                    "hours-outdated", "%s 刚刚修改了这个单位的办公时间，请查看最新内容后再改。".formatted(own == null ? "他人" : own.who()));
        }
        sql.sql(
                        "insert into unit_hours (department, region, edition, week, recorded_at, recorded_by) values (?, ?, ?, ?::jsonb, ?, ?)")
                .params(
                        department,
                        region,
                        newest + 1,
                        week == null ? null : text(week.written()),
                        Timestamp.from(time.instant()),
                        who)
                .update();
    }

    private Map<String, String> week(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored hours cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
