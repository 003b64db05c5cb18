package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 上门服务 for the officers who arrange them and go. */
@RestController
@RequestMapping("/api/home-visit-desk")
class HomeVisitDeskController {

    private final Accounts accounts;
    private final HomeVisits visits;
    private final VisitDesk desk;
    private final Regions regions;

    HomeVisitDeskController(Accounts accounts, HomeVisits visits, VisitDesk desk, Regions regions) {
        this.accounts = accounts;
        this.visits = visits;
        this.desk = desk;
        this.regions = regions;
    }

    @GetMapping
    List<Line> all(@RequestParam(defaultValue = "false") boolean over) {
        var officer = accounts.current();
        return desk.within(officer, over).stream()
                .map(visit -> new Line(
                        visit.no(),
                        place(visit.region()),
                        visit.name(),
                        visit.wantedOn(),
                        visit.wantedPart().label(),
                        visit.state(),
                        visit.state().label(),
                        name(visit.helper()),
                        officer.username().equals(visit.helper()),
                        visit.agreedAt(),
                        visit.dueOn()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.TAKE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#result.no()")
    Taken note(@RequestBody HomeVisits.Wanted wanted) {
        return new Taken(visits.note(accounts.current(), wanted).no());
    }

    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    Whole one(@PathVariable String no) {
        var officer = accounts.current();
        var visit = desk.get(officer, no);
        return new Whole(
                visit.no(),
                place(visit.region()),
                visit.name(),
                visit.phone(),
                visit.address(),
                visit.about(),
                visit.why(),
                visit.wantedOn(),
                visit.wantedPart().label(),
                visit.state(),
                visit.state().label(),
                name(visit.helper()),
                officer.username().equals(visit.helper()),
                visit.agreedAt(),
                visit.dueOn(),
                visit.askedAt(),
                visit.outcome(),
                desk.helpers(visit).stream().map(this::helper).toList());
    }

    @PostMapping("/{no}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.MOVE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void assign(@PathVariable String no, @RequestBody To to) {
        desk.assign(accounts.current(), no, to.helper());
    }

    @PostMapping("/{no}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.MOVE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void accept(@PathVariable String no, @RequestBody Agreed agreed) {
        desk.accept(accounts.current(), no, agreed.at());
    }

    @PostMapping("/{no}/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.MOVE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void leave(@PathVariable String no) {
        desk.leave(accounts.current(), no);
    }

    @PostMapping("/{no}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.MOVE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void done(@PathVariable String no, @RequestBody Outcome outcome) {
        desk.done(accounts.current(), no, outcome.outcome());
    }

    @PostMapping("/{no}/impossibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.MOVE_HOME_VISIT, kind = Kind.HOME_VISIT, number = "#no")
    void giveUp(@PathVariable String no, @RequestBody Outcome outcome) {
        desk.giveUp(accounts.current(), no, outcome.outcome());
    }

    private String place(String region) {
        return regions.find(region).map(Region::name).orElse(region);
    }

    private String name(String username) {
        return username == null ? null : accounts.nameOf(username);
    }

    private Helper helper(Account account) {
        return new Helper(account.username(), account.name(), place(account.region()));
    }

    record Line(
            String no,
            String place,
            @Personal(value = Mask.NAME, purpose = "上门办理") String personName,
            LocalDate wantedOn,
            String wantedPart,
            HomeVisit.State state,
            String stateLabel,
            String helper,
            boolean mine,
            Instant agreedAt,
            LocalDate dueOn) {}

    record Whole(
            String no,
            String place,
            @Personal(value = Mask.NAME, purpose = "上门办理", shown = Personal.Shown.AT_WORK) String personName,
            @Personal(value = Mask.PHONE, purpose = "约定上门时间", shown = Personal.Shown.AT_WORK) String phone,
            @Personal(value = Mask.TEXT, purpose = "上门办理", shown = Personal.Shown.AT_WORK) String address,
            String about,
            String why,
            LocalDate wantedOn,
            String wantedPart,
            HomeVisit.State state,
            String stateLabel,
            String helper,
            boolean mine,
            Instant agreedAt,
            LocalDate dueOn,
            Instant askedAt,
            String outcome,
            List<Helper> helpers) {}

    record Helper(String username, String name, String place) {}

    record Taken(String no) {}

    record To(String helper) {}

    record Agreed(LocalDateTime at) {}

    record Outcome(String outcome) {}
}
