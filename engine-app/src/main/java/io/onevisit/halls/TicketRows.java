package io.onevisit.halls;

import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tickets in the database. */
@Component
class TicketRows {

    static final String COLUMNS =
            """
            id, hall, no, service, source, ahead, rank_at, state, taken_at, window_no, clerk, wanted, calls, called_at,
            announced_at, started_at, ended_at""";

    private final JdbcClient sql;

    TicketRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Hall hall, LocalDate day, UUID id, String no, String service, Source source, int ahead, Instant at) {
        sql.sql(
                        """
                        insert into hall_ticket (id, hall, region, day, no, service, source, ahead, rank_at, state, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(
                        id,
                        hall.code(),
                        hall.region(),
                        day,
                        no,
                        service,
                        source.name(),
                        ahead,
                        Timestamp.from(at.minusSeconds(ahead * 60L)),
                        Timestamp.from(at))
                .update();
    }

    Optional<Ticket> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from hall_ticket where id = ?")
                .param(id)
                .query(TicketRows::ticket)
                .optional();
    }

    /** A ticket of this hall and no other. */
    Ticket get(String hall, UUID id) {
        return find(id).filter(ticket -> ticket.hall().equals(hall)).orElseThrow(TicketRows::unknown);
    }

    /** The tickets of a day in these states, in the order of their turn. */
    List<Ticket> of(String hall, LocalDate day, TicketState... states) {
        return sql.sql("select " + COLUMNS
                        + " from hall_ticket where hall = ? and day = ? and state = any (?) order by rank_at, no")
                .params(hall, day, TicketState.names(states))
                .query(TicketRows::ticket)
                .list();
    }

    static Problem unknown() {
        return Problem.notFound("ticket-unknown", "没有找到这张票号，或者它不是今天的。");
    }

    static Ticket ticket(ResultSet row, int n) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("hall"),
                row.getString("no"),
                row.getString("service"),
                row.getString("source"),
                row.getInt("ahead") > 0,
                instant(row, "rank_at"),
                TicketState.valueOf(row.getString("state")),
                instant(row, "taken_at"),
                row.getObject("window_no", Integer.class),
                row.getString("clerk"),
                row.getObject("wanted", Integer.class),
                row.getInt("calls"),
                instant(row, "called_at"),
                instant(row, "announced_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Where a ticket was taken. */
    enum Source {
        DESK,
        SELF,
        APPOINTMENT
    }
}
