package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A citizen asks for a visit at home, for themselves or somebody close, and sees what becomes of it. */
@RestController
@RequestMapping("/api/home-visits")
class HomeVisitsController {

    private final Accounts accounts;
    private final HomeVisits visits;

    HomeVisitsController(Accounts accounts, HomeVisits visits) {
        this.accounts = accounts;
        this.visits = visits;
    }

    @GetMapping
    List<Mine> mine() {
        return visits.of(accounts.current()).stream().map(this::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.ASK_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#result.no()")
    Mine ask(@RequestBody HomeVisits.Wanted wanted) {
        return view(visits.ask(accounts.current(), wanted));
    }

    @PostMapping("/{no}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.ASK_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void cancel(@PathVariable String no) {
        visits.cancel(accounts.current(), no);
    }

    private Mine view(HomeVisit visit) {
        return new Mine(
                visit.no(),
                visit.name(),
                visit.address(),
                visit.about(),
                visit.wantedOn(),
                visit.wantedPart().label(),
                visit.state(),
                visit.state().label(),
                visit.helper() == null ? null : accounts.nameOf(visit.helper()),
                visit.agreedAt(),
                visit.dueOn(),
                visit.askedAt(),
                visit.outcome());
    }

    record Mine(
            String no,
            @Personal(value = Mask.NAME, purpose = "查看自己的申请", shown = Personal.Shown.TO_THE_PERSON) String personName,
            String address,
            String about,
            LocalDate wantedOn,
            String wantedPart,
            HomeVisit.State state,
            String stateLabel,
            String helper,
            Instant agreedAt,
            LocalDate dueOn,
            Instant askedAt,
            String outcome) {}
}
