package io.onevisit.distribution;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.reach.Recusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where cases go: seen by supervisors, heads and operators, corrected by supervisors and heads. */
@RestController
@RequestMapping("/api/distribution")
class DistributionController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LARGEST_PAGE = 100;

    private final Accounts accounts;
    private final Corrections corrections;
    private final Places places;
    private final Units units;
    private final Recusal recusal;
    private final Shares shares;
    private final Clock time;

    DistributionController(
            Accounts accounts,
            Corrections corrections,
            Places places,
            Units units,
            Recusal recusal,
            Shares shares,
            Clock time) {
        this.accounts = accounts;
        this.corrections = corrections;
        this.places = places;
        this.units = units;
        this.recusal = recusal;
        this.shares = shares;
        this.time = time;
    }

    @GetMapping("/cases/{caseNo}")
    @Noted(value = Verb.LOOK_CASE, kind = Kind.CASE, number = "#caseNo", why = "'核对分发'")
    Page one(@PathVariable String caseNo) {
        var person = accounts.current();
        var file = corrections.within(person, caseNo);
        var choices = units.choices(file.department(), file.region()).stream()
                .map(region -> new Unit(
                        region,
                        places.unit(file.department(), region),
                        units.load(file.department(), region),
                        accounts.of(Role.APPROVER, file.department(), region).stream()
                                .filter(officer -> !recusal.concerns(officer, caseNo))
                                .map(officer -> new Officer(officer.username(), officer.name()))
                                .toList()))
                .toList();
        return new Page(caseNo, file.state().isEnd(), places.history(caseNo), choices, mayCorrect(person));
    }

    @PostMapping("/cases/{caseNo}/correction")
    @Noted(value = Verb.REASSIGN, kind = Kind.CASE, number = "#caseNo", why = "#asked.reason()")
    Page correct(@PathVariable String caseNo, @RequestBody Correction asked) {
        var person = accounts.current();
        if (!mayCorrect(person)) {
            throw Problem.forbidden("not-allowed", "只有监管人员和部门负责人可以改派办件。");
        }
        corrections.correct(person, caseNo, asked.number(), asked.region(), asked.officer(), asked.reason());
        return one(caseNo);
    }

    @GetMapping("/share")
    Shares.Report share(@RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        var person = accounts.current();
        return shares.of(Reach.of(person), from(from), to(to), seesAll(person) ? "" : person.department());
    }

    @GetMapping("/cases")
    Shares.Listed cases(
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) Boolean corrected,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var person = accounts.current();
        return shares.cases(
                Reach.of(person),
                from(from),
                to(to),
                seesAll(person) ? department : person.department(),
                corrected,
                Math.max(page, 0),
                Math.min(Math.max(size, 1), LARGEST_PAGE));
    }

    private LocalDate from(LocalDate asked) {
        return asked != null ? asked : today().withDayOfMonth(1);
    }

    private LocalDate to(LocalDate asked) {
        return asked != null ? asked : today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), CHINA);
    }

    /** A head sees their own department only. */
    private static boolean seesAll(Account person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.OPERATOR);
    }

    private static boolean mayCorrect(Account person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.HEAD);
    }

    /** @param load what waits there, see the guide for supervisors */
    record Unit(String region, String name, int load, List<Officer> officers) {}

    record Officer(String username, String name) {}

    record Page(String caseNo, boolean ended, List<Places.Place> history, List<Unit> units, boolean mayCorrect) {}

    /** @param number of the distribution the person looked at */
    record Correction(int number, String region, String officer, String reason) {}
}
