package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A citizen's appointments. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentsController {

    private final Accounts accounts;
    private final Appointments appointments;
    private final Halls halls;

    AppointmentsController(Accounts accounts, Appointments appointments, Halls halls) {
        this.accounts = accounts;
        this.appointments = appointments;
        this.halls = halls;
    }

    @GetMapping
    List<Mine> mine() {
        return appointments.of(accounts.current()).stream().map(this::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.BOOK, kind = Kind.APPOINTMENT, number = "#result.id()")
    Mine book(@RequestBody Wanted wanted) {
        return view(appointments.book(
                accounts.current(),
                wanted.hall(),
                wanted.service(),
                wanted.subject(),
                wanted.day(),
                wanted.start(),
                wanted.mandate()));
    }

    @PutMapping("/{id}")
    @Noted(value = Verb.CHANGE_BOOKING, kind = Kind.APPOINTMENT, number = "#id")
    Mine move(@PathVariable UUID id, @RequestBody When when) {
        return view(appointments.move(accounts.current(), id, when.day(), when.start()));
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.CHANGE_BOOKING, kind = Kind.APPOINTMENT, number = "#id")
    void cancel(@PathVariable UUID id) {
        appointments.cancel(accounts.current(), id);
    }

    private Mine view(Appointment one) {
        var hall = halls.get(one.hall());
        return new Mine(
                one.id(),
                one.code(),
                one.hall(),
                hall.name(),
                hall.address(),
                one.service(),
                hall.serviceName(one.service()),
                one.subject(),
                one.subjectName(),
                one.day(),
                one.start(),
                one.start().plus(Slots.LENGTH),
                one.forWhom(),
                one.state(),
                one.state().label());
    }

    record Wanted(String hall, String service, String subject, LocalDate day, LocalTime start, UUID mandate) {}

    record When(LocalDate day, LocalTime start) {}

    /** @param personName for whom, {@code null} for oneself */
    record Mine(
            UUID id,
            String code,
            String hall,
            String hallName,
            String address,
            String service,
            String serviceName,
            String subject,
            String subjectName,
            LocalDate day,
            LocalTime start,
            LocalTime end,
            @Personal(value = Mask.NAME, purpose = "查看自己的预约", shown = Personal.Shown.TO_THE_PERSON) String personName,
            Appointment.State state,
            String stateLabel) {}
}
