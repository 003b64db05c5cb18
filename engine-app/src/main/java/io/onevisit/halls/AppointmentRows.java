package io.onevisit.halls;

import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The appointments in the database. */
@Component
class AppointmentRows {

    private final JdbcClient sql;

    AppointmentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether it was written: {@code false} where somebody of that day has the code already. */
    boolean insert(Appointment appointment, String region, Instant at) {
        return sql.sql(
                                """
                                insert into appointment (id, code, hall, region, service, subject, subject_name, day, start, owner,
                                    mandate, for_whom, state, booked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'BOOKED', ?)
                                on conflict (hall, day, code) do nothing""")
                        .params(
                                appointment.id(),
                                appointment.code(),
                                appointment.hall(),
                                region,
                                appointment.service(),
                                appointment.subject(),
                                appointment.subjectName(),
                                appointment.day(),
                                appointment.start(),
                                appointment.owner(),
                                appointment.mandate(),
                                appointment.forWhom(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    List<Appointment> of(String owner, int most) {
        return sql.sql("select * from appointment where owner = ? order by day desc, start desc limit ?")
                .params(owner, most)
                .query(AppointmentRows::appointment)
                .list();
    }

    List<Appointment> of(String hall, LocalDate day) {
        return sql.sql(
                        "select * from appointment where hall = ? and day = ? and state <> 'CANCELLED' order by start, code")
                .params(hall, day)
                .query(AppointmentRows::appointment)
                .list();
    }

    Optional<Appointment> withCode(String hall, LocalDate day, String code) {
        return sql.sql("select * from appointment where hall = ? and day = ? and code = ? for update")
                .params(hall, day, code)
                .query(AppointmentRows::appointment)
                .optional();
    }

    /** Somebody's own, locked. */
    Appointment own(String owner, UUID id) {
        return sql.sql("select * from appointment where id = ? and owner = ? for update")
                .params(id, owner)
                .query(AppointmentRows::appointment)
                .optional()
                .orElseThrow(() -> Problem.notFound("appointment-unknown", "没有找到这个预约。"));
    }

    /** Whether one is booked for the same half hour. */
    boolean booked(String owner, UUID mandate, LocalDate day, LocalTime start) {
        return sql.sql(
                        """
                        select exists (select from appointment where owner = ? and mandate is not distinct from ?::uuid
                            and day = ? and start = ? and state = 'BOOKED')""")
                .params(owner, mandate == null ? null : mandate.toString(), day, start)
                .query(Boolean.class)
                .single();
    }

    int open(String owner) {
        return sql.sql("select count(*) from appointment where owner = ? and state = 'BOOKED'")
                .param(owner)
                .query(Integer.class)
                .single();
    }

    int missed(String owner, Instant since) {
        return sql.sql("select count(*) from appointment where owner = ? and state = 'MISSED' and ended_at > ?")
                .params(owner, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void move(UUID id, String code, LocalDate day, LocalTime start) {
        sql.sql("update appointment set code = ?, day = ?, start = ?, moved = moved + 1 where id = ?")
                .params(code, day, start, id)
                .update();
    }

    void end(UUID id, Appointment.State state, UUID ticket, Instant at) {
        sql.sql("update appointment set state = ?, ticket = ?::uuid, ended_at = ? where id = ?")
                .params(state.name(), ticket == null ? null : ticket.toString(), Timestamp.from(at), id)
                .update();
    }

    /** Those of half hours that began before this, which nobody came for; each is missed once. */
    List<Appointment> miss(LocalDate day, LocalTime before, Instant at) {
        return sql.sql(
                        """
                        update appointment set state = 'MISSED', ended_at = :at where id in (
                            select id from appointment where state = 'BOOKED' and (day < :day or day = :day and start < :before)
                            order by day, start limit 500 for update skip locked)
                        returning *""")
                .param("at", Timestamp.from(at))
                .param("day", day)
                .param("before", before)
                .query(AppointmentRows::appointment)
                .list();
    }

    static Appointment appointment(ResultSet row, int n) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("hall"),
                row.getString("service"),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getObject("day", LocalDate.class),
                row.getObject("start", LocalTime.class),
                row.getString("owner"),
                row.getObject("mandate", UUID.class),
                row.getString("for_whom"),
                Appointment.State.valueOf(row.getString("state")),
                row.getInt("moved"));
    }
}
