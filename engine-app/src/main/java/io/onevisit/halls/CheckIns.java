package io.onevisit.halls;

import io.onevisit.halls.Appointment.State;
import io.onevisit.halls.TicketRows.Source;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes with an appointment gets a ticket that goes first. */
@Component
class CheckIns {

    private final AppointmentRows rows;
    private final Halls halls;
    private final Tickets tickets;
    private final HallsProperties rules;
    private final Clock time;

    CheckIns(AppointmentRows rows, Halls halls, Tickets tickets, HallsProperties rules, Clock time) {
        this.rows = rows;
        this.halls = halls;
        this.tickets = tickets;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    Ticket take(Hall hall, String said) {
        var code = said == null ? "" : said.replaceAll("\\s", "");
        var one = rows.withCode(hall.code(), halls.today(), code).orElseThrow(() -> Problem.invalid(
                        "code-unknown", "今天在%s没有这个预约码，请核对预约的大厅、日期和 8 位预约码。".formatted(hall.name()))
                .with("field", "code"));
        if (one.state() != State.BOOKED) {
            throw Problem.conflict(
                    "appointment-over", "这个预约%s，请重新取号。".formatted(one.state().label()));
        }
        var begins = Slots.begins(one.day(), one.start());
        if (time.instant().isBefore(begins.minus(rules.early()))) {
            throw Problem.conflict(
                    "check-in-early",
                    "预约的时段 %s 开始，最早可提前 %d 分钟签到。"
                            .formatted(one.start(), rules.early().toMinutes()));
        }
        if (!time.instant().isBefore(begins.plus(rules.late()))) {
            throw Problem.conflict("check-in-late", "预约的时段 %s 已过，请直接取号。".formatted(one.start()));
        }
        var ticket = tickets.take(hall, one.service(), Source.APPOINTMENT, List.of(Claim.APPOINTMENT));
        rows.end(one.id(), State.CHECKED_IN, ticket.id(), time.instant());
        return ticket;
    }
}
