package io.onevisit.hotline;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Accounts;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A citizen tells the hotline something over the web and sees what became of it. */
@RestController
@RequestMapping("/api/orders")
class OrdersController {

    private final Intake intake;
    private final OrderStore store;
    private final Dispatch dispatch;
    private final Knowledge knowledge;
    private final Regions regions;
    private final Accounts accounts;

    OrdersController(
            Intake intake,
            OrderStore store,
            Dispatch dispatch,
            Knowledge knowledge,
            Regions regions,
            Accounts accounts) {
        this.intake = intake;
        this.store = store;
        this.dispatch = dispatch;
        this.knowledge = knowledge;
        this.regions = regions;
        this.accounts = accounts;
    }

    @GetMapping
    List<Mine> mine() {
        return store.of(accounts.current().username()).stream().map(this::view).toList();
    }

    @GetMapping("/choices")
    Choices choices() {
        return new Choices(
                knowledge.duties(),
                regions.downToCounties().stream()
                        .map(region -> new Place(region.code(), region.name()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.SEND_ORDER, kind = Kind.ORDER, number = "#result.no()")
    Mine send(@RequestBody Wanted wanted) {
        var person = accounts.current();
        var phone = wanted.phone() == null || wanted.phone().isBlank() ? person.phone() : wanted.phone();
        var asked = Asked.of(
                wanted.kind(),
                false,
                wanted.duty(),
                wanted.region(),
                wanted.text(),
                new Asked.Who(person.name(), phone, person.username(), null),
                new Asked.Links(wanted.caseNo(), wanted.ratingNo()),
                new Asked.Hand(null, null));
        return view(intake.fromWeb(person, asked));
    }

    private Mine view(WorkOrder order) {
        return new Mine(
                order.no(),
                order.kind().name(),
                order.kind().label(),
                order.text(),
                order.state().name(),
                order.state().label(),
                dispatch.name(order.unit()),
                order.dueAt(),
                order.createdAt(),
                order.reply(),
                order.repliedAt(),
                order.caseNo());
    }

    record Choices(List<Knowledge.Duty> duties, List<Place> regions) {}

    record Place(String code, String name) {}

    record Wanted(String kind, String duty, String region, String text, String phone, String caseNo, String ratingNo) {}

    record Mine(
            String no,
            String kind,
            String kindLabel,
            String text,
            String state,
            String stateLabel,
            String unitName,
            Instant dueAt,
            Instant createdAt,
            String reply,
            Instant repliedAt,
            String caseNo) {}
}
