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
        return sql.sql("select * from hall where code = ?")
                .param(code)
                .query(this::hall)
                .optional()
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
        return sql.sql("select * from hall where region between :first and :last order by region <> :region, code")
                .param("first", code.prefix())
                .param("last", code.last())
                .param("region", region)
                .query(this::hall)
                .list();
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

    private Hall hall(ResultSet row, int n) throws SQLException {
        var code = row.getString("code");
        return new Hall(
                code,
                row.getString("name"),
                row.getString("region"),
                row.getString("address"),
                row.getString("phone"),
                week(row.getString("hours")),
                sql.sql(
                                "select code, name, letter, minutes, bookable from hall_service where hall = ? order by position")
                        .param(code)
                        .query(Hall.Service.class)
                        .list());
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
