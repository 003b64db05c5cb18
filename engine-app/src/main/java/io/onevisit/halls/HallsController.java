package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.PlatformWork;
import io.onevisit.halls.TicketRows.Source;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Halls as anybody sees them, at home, on a phone in the hall, on its machines and displays. */
@RestController
@RequestMapping("/api/halls")
@PlatformWork("大厅公开的内容：票号、窗口和时间，没有个人信息，登录与否看到的相同")
class HallsController {

    private static final int MOST_ITEMS = 50;

    private final Halls halls;
    private final HandlingPlaces places;
    private final HallView view;
    private final Priorities priorities;
    private final Tickets tickets;
    private final TicketRows rows;
    private final CheckIns checkIns;
    private final Slots slots;
    private final HallSignals signals;

    HallsController(
            Halls halls,
            HandlingPlaces places,
            HallView view,
            Priorities priorities,
            Tickets tickets,
            TicketRows rows,
            CheckIns checkIns,
            Slots slots,
            HallSignals signals) {
        this.halls = halls;
        this.places = places;
        this.view = view;
        this.priorities = priorities;
        this.tickets = tickets;
        this.rows = rows;
        this.checkIns = checkIns;
        this.slots = slots;
        this.signals = signals;
    }

    @GetMapping
    List<HallView.One> all(@RequestParam(defaultValue = Catalogue.PROVINCE) String region) {
        return halls.within(region).stream().map(HallView::of).toList();
    }

    /** Where items are handled for somebody who lives in a region. */
    @GetMapping("/handling")
    HandlingPlaces.Found handling(@RequestParam List<String> items, @RequestParam String region) {
        return places.of(region, items.stream().limit(MOST_ITEMS).toList());
    }

    @GetMapping("/{code}")
    HallView.One one(@PathVariable String code) {
        return HallView.of(halls.get(code));
    }

    /** Who comes before others there, and by how many minutes. */
    @GetMapping("/{code}/priorities")
    List<Priorities.Worth> priorities(@PathVariable String code) {
        return priorities.all(halls.get(code));
    }

    @GetMapping("/{code}/board")
    HallView.Board board(@PathVariable String code) {
        return view.board(halls.get(code));
    }

    @GetMapping(path = "/{code}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String code) {
        return signals.follow(halls.get(code).code());
    }

    /** What can be booked of a service, day by day. */
    @GetMapping("/{code}/slots")
    List<Slots.Day> slots(
            @PathVariable String code, @RequestParam String service, @RequestParam(defaultValue = "") String subject) {
        var hall = halls.get(code);
        return slots.of(hall, hall.service(service), subject);
    }

    /** A ticket from the machine in the hall, or by the code on its wall. */
    @PostMapping("/{code}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    HallView.Slip take(@PathVariable String code, @RequestBody Wanted wanted) {
        var hall = halls.get(code);
        return view.slip(hall, tickets.take(hall, wanted.service(), Source.SELF, wanted.claims()));
    }

    /** Whoever came for an appointment says its code. */
    @PostMapping("/{code}/check-ins")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.CHECK_IN, kind = Kind.HALL, number = "#code", who = "'持预约码的人'")
    HallView.Slip checkIn(@PathVariable String code, @RequestBody Code said) {
        var hall = halls.get(code);
        return view.slip(hall, checkIns.take(hall, said.code()));
    }

    @GetMapping("/{code}/tickets/{id}")
    HallView.Slip ticket(@PathVariable String code, @PathVariable UUID id) {
        var hall = halls.get(code);
        return view.slip(hall, rows.get(hall.code(), id));
    }

    /** @param claim why somebody may come before others, {@code null} without a reason */
    record Wanted(String service, Claim claim) {
        List<Claim> claims() {
            if (claim != null && !claim.claimed()) {
                throw Problem.invalid("claim-not-yours", "有预约的请用预约码签到。").with("field", "claim");
            }
            return claim == null ? List.of() : List.of(claim);
        }
    }

    record Code(String code) {}
}
