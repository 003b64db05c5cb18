package io.onevisit.halls;

import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.halls.BookableSubjects.Subject;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The half hours in which appointments begin, and how many places each has left. */
@Component
class Slots {

    static final Duration LENGTH = Duration.ofMinutes(30);

    private static final int A_DAY = (int) (Duration.ofDays(1).dividedBy(LENGTH));
    private static final LocalTime WHOLE_DAY = LocalTime.MIDNIGHT;

    private final JdbcClient sql;
    private final Calendars calendars;
    private final Halls halls;
    private final BookableSubjects subjects;
    private final HallsProperties rules;
    private final Clock time;

    Slots(
            JdbcClient sql,
            Calendars calendars,
            Halls halls,
            BookableSubjects subjects,
            HallsProperties rules,
            Clock time) {
        this.sql = sql;
        this.calendars = calendars;
        this.halls = halls;
        this.subjects = subjects;
        this.rules = rules;
        this.time = time;
    }

    /** @param closed why nothing can be booked, {@code null} where something can */
    record Day(LocalDate day, String closed, List<Slot> slots) {}

    record Slot(LocalTime start, LocalTime end, int left) {}

    /** The days on which one may book, with what is left of each. */
    List<Day> of(Hall hall, Hall.Service service, String key) {
        var subject = subjects.bookable(hall, key);
        refuseUnbookable(service);
        var calendar = calendars.of(hall.region());
        var taken = taken(hall, service, subject);
        return halls.today()
                .datesUntil(halls.today().plusDays(rules.bookAhead()))
                .map(day -> day(hall, service, subject, calendar, day, taken))
                .toList();
    }

    private Day day(
            Hall hall,
            Hall.Service service,
            Subject subject,
            WorkingCalendar calendar,
            LocalDate day,
            Map<Place, Integer> taken) {
        var open = IntStream.range(0, A_DAY)
                .mapToObj(n -> LocalTime.MIDNIGHT.plus(LENGTH.multipliedBy(n)))
                .filter(start -> open(hall, calendar, day, start))
                .toList();
        if (open.isEmpty()) {
            var name = calendar.describe(day).name();
            return new Day(day, name == null || name.isBlank() ? "不办公" : name + "，不办公", List.of());
        }
        var ofDay = subject.booking().perDay() == null
                ? Integer.MAX_VALUE
                : subject.booking().perDay() - taken.getOrDefault(new Place(subject.counted(), day, WHOLE_DAY), 0);
        var slots = open.stream()
                .filter(start -> begins(day, start).isAfter(time.instant()))
                .map(start -> new Slot(
                        start,
                        start.plus(LENGTH),
                        Math.max(
                                0,
                                Math.min(
                                        ofDay,
                                        service.bookable()
                                                - taken.getOrDefault(new Place(service.code(), day, start), 0)))))
                .toList();
        return new Day(
                day,
                slots.isEmpty() ? "今天的时段已过" : slots.stream().allMatch(slot -> slot.left() == 0) ? "已约满" : null,
                slots);
    }

    /** A 422 problem where nobody can be served then: closed, over, or too far ahead. */
    void refuseClosed(Hall hall, Hall.Service service, LocalDate day, LocalTime start) {
        refuseUnbookable(service);
        if (day == null
                || start == null
                || day.isBefore(halls.today())
                || !day.isBefore(halls.today().plusDays(rules.bookAhead()))
                || start.toSecondOfDay() % LENGTH.toSeconds() != 0
                || !open(hall, calendars.of(hall.region()), day, start)
                || !begins(day, start).isAfter(time.instant())) {
            throw Problem.invalid("slot-closed", "这个时段不能预约，请在 %d 天内的办公时段中选择。".formatted(rules.bookAhead()))
                    .with("field", "start");
        }
    }

    private static void refuseUnbookable(Hall.Service service) {
        if (service.bookable() == 0) {
            throw Problem.invalid("service-not-bookable", "“%s”不需要预约，到场取号即可。".formatted(service.name()))
                    .with("field", "service");
        }
    }

    /** Takes a place in the half hour, and one of the item's of that day; a 409 problem where none is left. Counters are locked one after the other in this order. */
    void take(Hall hall, Hall.Service service, Subject subject, LocalDate day, LocalTime start) {
        if (!taken(hall, service.code(), day, start, service.bookable())) {
            throw Problem.conflict("slot-full", "%s 这个时段刚刚约满，请选择其他时段。".formatted(start))
                    .with("field", "start");
        }
        var perDay = subject.booking().perDay();
        if (perDay != null && (perDay == 0 || !taken(hall, subject.counted(), day, WHOLE_DAY, perDay))) {
            throw Problem.conflict("day-full", "“%s”%s的预约已满，请选择其他日期。".formatted(subject.name(), day))
                    .with("field", "day");
        }
    }

    /** Gives back what {@link #take} took. */
    void free(Appointment appointment) {
        free(appointment.hall(), appointment.service(), appointment.day(), appointment.start());
        free(appointment.hall(), "item:" + appointment.subject(), appointment.day(), WHOLE_DAY);
    }

    private boolean taken(Hall hall, String what, LocalDate day, LocalTime start, int most) {
        return sql.sql(
                                """
                                insert into appointment_count (hall, what, day, start, taken) values (?, ?, ?, ?, 1)
                                on conflict (hall, what, day, start) do update set taken = appointment_count.taken + 1
                                where appointment_count.taken < ?""")
                        .params(hall.code(), what, day, start, most)
                        .update()
                == 1;
    }

    private void free(String hall, String what, LocalDate day, LocalTime start) {
        sql.sql(
                        """
                        update appointment_count set taken = taken - 1
                        where hall = ? and what = ? and day = ? and start = ? and taken > 0""")
                .params(hall, what, day, start)
                .update();
    }

    private Map<Place, Integer> taken(Hall hall, Hall.Service service, Subject subject) {
        record Row(String what, LocalDate day, LocalTime start, int taken) {}
        var taken = new HashMap<Place, Integer>();
        sql.sql("select what, day, start, taken from appointment_count where hall = ? and what in (?, ?) and day >= ?")
                .params(hall.code(), service.code(), subject.counted(), halls.today())
                .query(Row.class)
                .list()
                .forEach(row -> taken.put(new Place(row.what(), row.day(), row.start()), row.taken()));
        return taken;
    }

    private static boolean open(Hall hall, WorkingCalendar calendar, LocalDate day, LocalTime start) {
        var begins = begins(day, start);
        return Halls.open(hall, calendar, begins)
                && Halls.open(hall, calendar, begins.plus(LENGTH).minusSeconds(1));
    }

    static Instant begins(LocalDate day, LocalTime start) {
        return day.atTime(start).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private record Place(String what, LocalDate day, LocalTime start) {}
}
