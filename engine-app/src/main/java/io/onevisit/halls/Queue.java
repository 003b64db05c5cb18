package io.onevisit.halls;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the queue of a hall stands. */
@Component
class Queue {

    /** So many tickets tell how fast a service is; fewer than the second do not. */
    private static final int TELLING = 30;

    private static final int ENOUGH = 5;

    private final JdbcClient sql;
    private final TicketRows tickets;
    private final Windows windows;
    private final Halls halls;
    private final Clock time;

    Queue(JdbcClient sql, TicketRows tickets, Windows windows, Halls halls, Clock time) {
        this.sql = sql;
        this.tickets = tickets;
        this.windows = windows;
        this.halls = halls;
        this.time = time;
    }

    Waiting of(Hall hall) {
        return new Waiting(
                tickets.of(hall.code(), halls.today(), TicketState.WAITING),
                tickets.of(hall.code(), halls.today(), TicketState.CALLED, TicketState.SERVING),
                windows.of(hall.code()),
                pace(hall),
                time.instant());
    }

    private Map<String, Duration> pace(Hall hall) {
        record Pace(String service, double seconds) {}
        var pace = new HashMap<String, Duration>();
        hall.services().forEach(service -> pace.put(service.code(), Duration.ofMinutes(service.minutes())));
        sql.sql(
                        """
                        select s.code as service, recent.seconds from hall_service s cross join lateral (
                            select avg(extract(epoch from ended_at - started_at)) as seconds from (
                                select started_at, ended_at from hall_ticket t
                                where t.hall = s.hall and t.service = s.code and t.state = 'DONE'
                                order by ended_at desc limit :telling) last
                            having count(*) >= :enough) recent
                        where s.hall = :hall""")
                .param("telling", TELLING)
                .param("enough", ENOUGH)
                .param("hall", hall.code())
                .query(Pace.class)
                .list()
                .forEach(real -> pace.put(real.service(), Duration.ofSeconds(Math.round(real.seconds()))));
        return pace;
    }

    /** What the windows did today; a window that served nobody is not among them. */
    List<Figures> figures(Hall hall) {
        return sql.sql(
                        """
                        select window_no as window, count(*) filter (where state = 'DONE') as served,
                            count(*) filter (where state = 'MISSED') as missed,
                            coalesce(round(avg(extract(epoch from called_at - taken_at)) / 60), 0)::int as waited,
                            coalesce(round(avg(extract(epoch from ended_at - started_at)) filter (where state = 'DONE') / 60), 0)::int
                                as took
                        from hall_ticket where hall = ? and day = ? and called_at is not null
                        group by grouping sets ((window_no), ()) order by window_no nulls first""")
                .params(hall.code(), halls.today())
                .query(Figures.class)
                .list();
    }

    /** A newcomer who takes no ticket any more because the hall closes before their turn. */
    Problem full(Hall.Service service) {
        return Problem.conflict(
                "hall-full", "“%s”今天的号已经取完：按目前的进度，下班前办不到新取的号。请改日再来，或者预约其他时段。".formatted(service.name()));
    }

    /** @param window {@code null} for all of them together; {@code waited} and {@code took} in minutes, on average */
    record Figures(Integer window, long served, long missed, int waited, int took) {}
}
