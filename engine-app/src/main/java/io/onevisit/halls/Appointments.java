package io.onevisit.halls;

import io.onevisit.delegation.Acting;
import io.onevisit.delegation.Actings;
import io.onevisit.halls.Appointment.State;
import io.onevisit.halls.BookableSubjects.Subject;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 预约: books a half hour in a hall for oneself or for who gave a mandate, moves it and gives it back. */
@Component
class Appointments {

    private static final int SHOWN = 50;
    private static final int CODES = 100_000_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final JdbcClient sql;
    private final AppointmentRows rows;
    private final Halls halls;
    private final Slots slots;
    private final BookableSubjects subjects;
    private final Actings actings;
    private final Accounts accounts;
    private final HallNotices notices;
    private final HallsProperties rules;
    private final Clock time;
    private final SecureRandom random = new SecureRandom();

    Appointments(
            JdbcClient sql,
            AppointmentRows rows,
            Halls halls,
            Slots slots,
            BookableSubjects subjects,
            Actings actings,
            Accounts accounts,
            HallNotices notices,
            HallsProperties rules,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.halls = halls;
        this.slots = slots;
        this.subjects = subjects;
        this.actings = actings;
        this.accounts = accounts;
        this.notices = notices;
        this.rules = rules;
        this.time = time;
    }

    List<Appointment> of(Account person) {
        return rows.of(person.username(), SHOWN);
    }

    /** @param mandate under which it is for somebody else, {@code null} for oneself */
    @Transactional
    Appointment book(
            Account person, String hall, String service, String subject, LocalDate day, LocalTime start, UUID mandate) {
        oneAfterTheOther(person);
        var place = halls.get(hall);
        var wanted = place.service(service);
        var what = subjects.bookable(place, subject);
        var acting = mandate == null ? null : acting(person, mandate, what);
        slots.refuseClosed(place, wanted, day, start);
        refuseTooMany(person);
        refuseTwice(person, mandate, day, start);
        slots.take(place, wanted, what, day, start);
        var booked = inserted(
                place,
                new Appointment(
                        UUID.randomUUID(),
                        "",
                        place.code(),
                        wanted.code(),
                        what.key(),
                        what.name(),
                        day,
                        start,
                        person.username(),
                        mandate,
                        acting == null ? null : acting.principal().name(),
                        State.BOOKED,
                        0));
        tell(booked, place, "booked", "预约成功", "");
        return booked;
    }

    /** What somebody has booked is looked at before they book more: of two requests at once the second one waits. */
    private void oneAfterTheOther(Account person) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("appointments:" + person.username())
                .query((row, n) -> 0)
                .list();
    }

    private Acting acting(Account person, UUID mandate, Subject subject) {
        var acting = actings.under(person, mandate);
        acting.refuseOutside(subject.key(), subject.name());
        if (subject.presence()) {
            throw Problem.forbidden(
                            "presence-required", "“%s”依法应当由申请人本人到场提出申请，不能委托他人代办，请由本人预约。".formatted(subject.name()))
                    .with("field", "actingFor");
        }
        return acting;
    }

    private void refuseTooMany(Account person) {
        if (rows.open(person.username()) >= rules.openAppointments()) {
            throw Problem.conflict(
                    "appointments-many", "您已有 %d 个还没有办的预约，请先办理或者取消其中一个，再预约新的。".formatted(rules.openAppointments()));
        }
        if (rows.missed(person.username(), time.instant().minus(rules.missedWithin())) >= rules.missed()) {
            throw Problem.conflict(
                    "appointments-missed",
                    "您在 %d 天内有 %d 次预约没有赴约，暂时不能预约；可以直接到场取号办理。"
                            .formatted(rules.missedWithin().toDays(), rules.missed()));
        }
    }

    private void refuseTwice(Account person, UUID mandate, LocalDate day, LocalTime start) {
        if (rows.booked(person.username(), mandate, day, start)) {
            throw Problem.conflict("appointment-twice", "您在%s %s 已有预约，请选择其他时段。".formatted(DAY.format(day), start))
                    .with("field", "start");
        }
    }

    private Appointment inserted(Hall hall, Appointment wanted) {
        while (true) {
            var one = new Appointment(
                    wanted.id(),
                    code(),
                    wanted.hall(),
                    wanted.service(),
                    wanted.subject(),
                    wanted.subjectName(),
                    wanted.day(),
                    wanted.start(),
                    wanted.owner(),
                    wanted.mandate(),
                    wanted.forWhom(),
                    wanted.state(),
                    wanted.moved());
            if (rows.insert(one, hall.region(), time.instant())) {
                return one;
            }
        }
    }

    /** 改约 */
    @Transactional
    Appointment move(Account person, UUID id, LocalDate day, LocalTime start) {
        oneAfterTheOther(person);
        var booked = booked(person, id);
        if (booked.moved() >= rules.moves()) {
            throw Problem.conflict("appointment-moved", "这个预约已经改过 %d 次，请取消后重新预约。".formatted(rules.moves()));
        }
        var hall = halls.get(booked.hall());
        var service = hall.service(booked.service());
        slots.refuseClosed(hall, service, day, start);
        refuseTwice(person, booked.mandate(), day, start);
        slots.free(booked);
        slots.take(hall, service, subjects.bookable(hall, booked.subject()), day, start);
        var code = booked.code();
        while (!day.equals(booked.day())
                && rows.withCode(hall.code(), day, code).isPresent()) {
            code = code();
        }
        rows.move(id, code, day, start);
        var moved = rows.own(person.username(), id);
        tell(moved, hall, "moved:" + moved.moved(), "预约已改期", "");
        return moved;
    }

    @Transactional
    void cancel(Account person, UUID id) {
        var booked = booked(person, id);
        slots.free(booked);
        rows.end(id, State.CANCELLED, null, time.instant());
        var hall = halls.get(booked.hall());
        tell(booked, hall, "cancelled", "预约已取消", "需要时可以重新预约。");
    }

    private Appointment booked(Account person, UUID id) {
        var one = rows.own(person.username(), id);
        if (one.state() != State.BOOKED) {
            throw Problem.conflict(
                    "appointment-over", "这个预约%s，不能再改。".formatted(one.state().label()));
        }
        return one;
    }

    /** What an officer sees of those who come on a day. */
    List<Expected> expected(Hall hall, LocalDate day) {
        return rows.of(hall.code(), day).stream()
                .map(one -> new Expected(
                        one.id(),
                        one.start(),
                        hall.serviceName(one.service()),
                        one.subjectName(),
                        one.forWhom() == null ? accounts.nameOf(one.owner()) : one.forWhom(),
                        one.forWhom() != null,
                        one.state(),
                        one.state().label()))
                .toList();
    }

    void missed(Appointment appointment) {
        tell(appointment, halls.get(appointment.hall()), "missed", "预约已过时", "没有在预约的时段签到，预约已失效；可以直接到场取号，或者重新预约。");
    }

    private void tell(Appointment one, Hall hall, String effect, String title, String more) {
        notices.tell(
                one.owner(),
                "appointment:" + one.id() + ":" + effect,
                "appointment",
                title,
                "%s%s %s，%s，办理“%s”%s。%s%s"
                        .formatted(
                                one.forWhom() == null ? "" : "代" + one.forWhom() + "：",
                                DAY.format(one.day()),
                                one.start() + "—" + one.start().plus(Slots.LENGTH),
                                hall.name(),
                                one.subjectName(),
                                hall.address().isBlank() ? "" : "，地址：" + hall.address(),
                                one.state() == State.BOOKED && more.isEmpty()
                                        ? "预约码 %s，到场后凭码签到取号，最早可提前 %d 分钟。"
                                                .formatted(
                                                        one.code(),
                                                        rules.early().toMinutes())
                                        : "",
                                more),
                HallNotices.APPOINTMENTS);
    }

    private String code() {
        return "%08d".formatted(random.nextInt(CODES));
    }

    /** @param person who is to come; {@code represented}: somebody else booked for them */
    record Expected(
            UUID id,
            LocalTime start,
            String service,
            String subjectName,
            @Personal(value = Mask.NAME, purpose = "接待预约的人") String person,
            boolean represented,
            State state,
            String stateLabel) {}
}
