package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.Incidents;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One process instance whole, and what is done about its incidents. */
@RestController
@RequestMapping("/api/cockpit")
class InstancesController {

    private final Accounts accounts;
    private final InstanceView view;
    private final Failures failures;

    InstancesController(Accounts accounts, InstanceView view, Failures failures) {
        this.accounts = accounts;
        this.view = view;
        this.failures = failures;
    }

    @GetMapping("/instances/{id}")
    @Noted(value = Verb.LOOK_CASE, kind = Kind.CASE, number = "#result.number()")
    InstanceView.Page instance(@PathVariable String id) {
        return view.of(reach(), id);
    }

    /** Tries a failed step again; without a body as often as at first, and at once. */
    @PostMapping("/incidents/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.RETRY, kind = Kind.INCIDENT, number = "#id")
    void retry(@PathVariable String id, @RequestBody(required = false) Retry wanted) {
        var again = wanted == null ? Incidents.Again.NOW : new Incidents.Again(wanted.tries(), wanted.at());
        failures.retry(reach(), id, accounts.current(), again);
    }

    record Retry(Integer tries, Instant at) {}

    /** Somebody takes an incident on, or gives it back, and says what is being done. */
    @PutMapping("/incidents/{id}/care")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.CARE_INCIDENT, kind = Kind.INCIDENT, number = "#id", why = "#said.note()")
    void care(@PathVariable String id, @RequestBody Care said) {
        failures.care(reach(), id, accounts.current(), said.mine(), said.note());
    }

    /** @param mine whether the caller looks after it from now on; else nobody does */
    record Care(boolean mine, String note) {}

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
