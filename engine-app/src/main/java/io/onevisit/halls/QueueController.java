package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.halls.TicketRows.Source;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 排队叫号: clerks at their windows and at the guidance desk. */
@RestController
@RequestMapping("/api/queue")
class QueueController {

    private final Accounts accounts;
    private final Halls halls;
    private final Desk desk;
    private final Windows windows;
    private final Calls calls;
    private final Tickets tickets;
    private final HallView view;
    private final CheckIns checkIns;
    private final Appointments appointments;

    QueueController(
            Accounts accounts,
            Halls halls,
            Desk desk,
            Windows windows,
            Calls calls,
            Tickets tickets,
            HallView view,
            CheckIns checkIns,
            Appointments appointments) {
        this.accounts = accounts;
        this.halls = halls;
        this.desk = desk;
        this.windows = windows;
        this.calls = calls;
        this.tickets = tickets;
        this.view = view;
        this.checkIns = checkIns;
        this.appointments = appointments;
    }

    @GetMapping
    Desk.View desk(@RequestParam(required = false) String hall) {
        return desk.of(accounts.current(), hall);
    }

    @PutMapping("/{hall}/windows/{no}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String hall, @PathVariable int no, @RequestBody Wanted wanted) {
        if (wanted.state() == null) {
            throw Problem.invalid("state-missing", "请说明开窗、暂停还是关闭。").with("field", "state");
        }
        var clerk = accounts.current();
        windows.set(clerk, halls.ofOfficer(clerk, hall), no, wanted.state());
    }

    @PostMapping("/next")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void next() {
        calls.next(accounts.current());
    }

    @PostMapping("/tickets/{id}/call")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable UUID id) {
        calls.again(accounts.current(), id);
    }

    @PostMapping("/tickets/{id}/miss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void miss(@PathVariable UUID id) {
        calls.miss(accounts.current(), id);
    }

    @PostMapping("/tickets/{id}/recall")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recall(@PathVariable UUID id) {
        calls.recall(accounts.current(), id);
    }

    @PostMapping("/tickets/{id}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(@PathVariable UUID id) {
        calls.start(accounts.current(), id);
    }

    @PostMapping("/tickets/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable UUID id) {
        calls.done(accounts.current(), id);
    }

    @PostMapping("/tickets/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOn(@PathVariable UUID id, @RequestBody To to) {
        calls.handOn(accounts.current(), id, to.window());
    }

    /** 导办台取号: the officer sees why somebody comes before others. */
    @PostMapping("/{hall}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    HallView.Slip take(@PathVariable String hall, @RequestBody HallsController.Wanted wanted) {
        var place = halls.ofOfficer(accounts.current(), hall);
        return view.slip(place, tickets.take(place, wanted.service(), Source.DESK, wanted.claims()));
    }

    @PlatformWork("只给大厅辖区的窗口人员，预约人姓名脱敏")
    @GetMapping("/{hall}/appointments")
    @Noted(value = Verb.LOOK_APPOINTMENTS, kind = Kind.HALL, number = "#hall")
    List<Appointments.Expected> appointments(@PathVariable String hall, @RequestParam(required = false) LocalDate day) {
        var place = halls.ofOfficer(accounts.current(), hall);
        return appointments.expected(place, day == null ? halls.today() : day);
    }

    @PostMapping("/{hall}/check-ins")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.CHECK_IN, kind = Kind.HALL, number = "#hall")
    HallView.Slip checkIn(@PathVariable String hall, @RequestBody HallsController.Code said) {
        var place = halls.ofOfficer(accounts.current(), hall);
        return view.slip(place, checkIns.take(place, said.code()));
    }

    record Wanted(WindowState state) {}

    record To(int window) {}
}
