package io.onevisit.supervision;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards for those who watch and those who are watched; acts are the supervisors'. */
@RestController
@RequestMapping("/api/cards")
class CardsController {

    private final Accounts accounts;
    private final CardList list;
    private final CardPages pages;
    private final CardActs acts;

    CardsController(Accounts accounts, CardList list, CardPages pages, CardActs acts) {
        this.accounts = accounts;
        this.list = list;
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping
    CardList.Page list(
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return list.page(
                Watch.of(accounts.current()),
                new CardList.Filter(light, state, phase, kind, department, q, from, until),
                page,
                size);
    }

    @GetMapping("/{id}")
    @Noted(value = Verb.LOOK_CARD, kind = Kind.CARD, number = "#id")
    CardPages.Page one(@PathVariable long id) {
        return pages.of(accounts.current(), id);
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.CONFIRM_CARD, kind = Kind.CARD, number = "#id", why = "#reason.reason()")
    void confirm(@PathVariable long id, @RequestBody Reason reason) {
        acts.confirm(accounts.current(), id, reason.text());
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.CANCEL_CARD, kind = Kind.CARD, number = "#id", why = "#reason.reason()")
    void cancel(@PathVariable long id, @RequestBody Reason reason) {
        acts.cancel(accounts.current(), id, reason.text());
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.REVOKE_CARD, kind = Kind.CARD, number = "#id", why = "#reason.reason()")
    void revoke(@PathVariable long id, @RequestBody Reason reason) {
        acts.revoke(accounts.current(), id, reason.text());
    }

    @PostMapping("/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.SETTLE_CARD, kind = Kind.CARD, number = "#id", why = "#reason.reason()")
    void settle(@PathVariable long id, @RequestBody Reason reason) {
        acts.settle(accounts.current(), id, reason.text());
    }

    @PostMapping("/{id}/urgings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.URGE, kind = Kind.CARD, number = "#id")
    void urge(@PathVariable long id, @RequestBody CardActs.Urging urging) {
        acts.urge(accounts.current(), id, urging);
    }

    /** @param reason why, {@code null} where nothing is said */
    record Reason(String reason) {
        String text() {
            return reason == null ? "" : reason.strip();
        }
    }
}
