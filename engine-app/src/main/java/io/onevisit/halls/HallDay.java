package io.onevisit.halls;

import io.onevisit.deadlines.WorkingCalendar;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends by itself: appointments nobody came for, the tickets and the open windows of days before. */
@Component
class HallDay {

    private final JdbcClient sql;
    private final AppointmentRows rows;
    private final Appointments appointments;
    private final Halls halls;
    private final HallsProperties rules;
    private final TransactionTemplate transaction;
    private final Clock time;

    HallDay(
            JdbcClient sql,
            AppointmentRows rows,
            Appointments appointments,
            Halls halls,
            HallsProperties rules,
            TransactionTemplate transaction,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.appointments = appointments;
        this.halls = halls;
        this.rules = rules;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${onevisit.halls.sweep:PT1M}")
    @SchedulerLock(name = "hall-day")
    void sweep() {
        transaction.executeWithoutResult(status -> {
            var latest = LocalDateTime.ofInstant(time.instant().minus(rules.late()), WorkingCalendar.ZONE);
            rows.miss(latest.toLocalDate(), latest.toLocalTime(), time.instant())
                    .forEach(appointments::missed);
        });
        transaction.executeWithoutResult(status -> endDaysBefore());
    }

    /** What is being served then was never said to be done: it counts for no figure. */
    private void endDaysBefore() {
        sql.sql(
                        "update hall_window set state = 'CLOSED', clerk = null, since = ? where state <> 'CLOSED' and since < ?")
                .params(
                        Timestamp.from(time.instant()),
                        Timestamp.from(
                                halls.today().atStartOfDay(WorkingCalendar.ZONE).toInstant()))
                .update();
        sql.sql(
                        """
                        update hall_ticket set state = 'LAPSED', ended_at = :now
                        where day < :today and state in ('WAITING', 'CALLED', 'SERVING')""")
                .param("now", Timestamp.from(time.instant()))
                .param("today", halls.today())
                .update();
        sql.sql("delete from hall_count where day < ?").param(halls.today()).update();
        sql.sql("delete from appointment_count where day < ?")
                .param(halls.today())
                .update();
    }
}
