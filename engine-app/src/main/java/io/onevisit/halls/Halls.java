package io.onevisit.halls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.distribution.WeekHours;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The halls there are, and when they are open. */
@Component
class Halls {

    private final JdbcClient sql;
    private final Calendars calendars;
    private final ObjectMapper json;
    private final Clock time;

    Halls(JdbcClient sql, Calendars calendars, ObjectMapper json, Clock time) {
        this.sql = sql;
        this.calendars = calendars;
        this.json = json;
        this.time = time;
    }

    Hall get(String code) {
        return read(sql.sql("select * from hall where code = ?").param(code)).stream()
                .findFirst()
                .orElseThrow(Halls::unknown);
    }

    /** The hall, if an officer works for it; otherwise the answer that an unknown one gets. */
    Hall ofOfficer(Account officer, String code) {
        var hall = get(code);
        if (!Reach.of(officer).holds(hall.region())) {
            throw unknown();
        }
        return hall;
    }

    /** Those of a division and what lies in it, its own first. */
    List<Hall> within(String region) {
        var code = RegionCode.of(region);
        return read(sql.sql("select * from hall where region between :first and :last order by region <> :region, code")
                .param("first", code.prefix())
                .param("last", code.last())
                .param("region", region));
    }

    /** Those of a division itself. */
    List<Hall> at(String region) {
        return read(sql.sql("select * from hall where region = ? order by code").param(region));
    }

    boolean open(Hall hall, Instant at) {
        return calendars
                .find(hall.region())
                .filter(calendar -> open(hall, calendar, at))
                .isPresent();
    }

    /** Whether it is open at an instant by a calendar that was found before. */
    static boolean open(Hall hall, WorkingCalendar calendar, Instant at) {
        return hall.week() == null ? calendar.open(at) : hall.week().open(calendar, at);
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), WorkingCalendar.ZONE);
    }

    private List<Hall> read(JdbcClient.StatementSpec asked) {
        var services = new HashMap<String, List<Hall.Service>>();
        var found = asked.query((row, n) -> hall(row, services)).list();
        sql.sql("select * from hall_service where hall = any (?) order by position, letter")
                .param(services.keySet().toArray(String[]::new))
                .query((row, n) -> services.get(row.getString("hall"))
                        .add(new Hall.Service(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("letter"),
                                row.getInt("minutes"),
                                row.getInt("bookable"))))
                .list();
        return found;
    }

    /** @param services filled in for each hall afterwards */
    private Hall hall(ResultSet row, Map<String, List<Hall.Service>> services) throws SQLException {
        return new Hall(
                row.getString("code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("address"),
                row.getString("phone"),
                week(row.getString("hours")),
                services.computeIfAbsent(row.getString("code"), code -> new ArrayList<>()));
    }

    private WeekHours week(String hours) {
        try {
            return hours == null
                    ? null
                    : WeekHours.read(json.readValue(hours, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored hours cannot be read", e);
        }
    }

    private static Problem unknown() {
        return Problem.notFound("hall-unknown", "没有找到这个政务大厅。");
    }
}
