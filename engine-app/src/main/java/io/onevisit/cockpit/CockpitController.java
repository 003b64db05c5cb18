package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.Instances;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors and operators see, each within their own region. */
@RestController
@RequestMapping("/api/cockpit")
class CockpitController {

    private final Accounts accounts;
    private final Overview overview;
    private final CaseList cases;
    private final CasePage casePage;
    private final Applicants applicants;
    private final HandoffList handoffs;
    private final Instances instances;
    private final Failures failures;

    CockpitController(
            Accounts accounts,
            Overview overview,
            CaseList cases,
            CasePage casePage,
            Applicants applicants,
            HandoffList handoffs,
            Instances instances,
            Failures failures) {
        this.accounts = accounts;
        this.overview = overview;
        this.cases = cases;
        this.casePage = casePage;
        this.applicants = applicants;
        this.handoffs = handoffs;
        this.instances = instances;
        this.failures = failures;
    }

    @PlatformWork("只有数目，没有任何一件；按登录人的地区统计")
    @GetMapping("/summary")
    Overview.Summary summary() {
        return overview.of(reach());
    }

    @GetMapping("/cases")
    CaseList.Page cases(
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return cases.page(reach(), new CaseFilter(light, state, department, region, q), page, size);
    }

    @GetMapping("/cases/{no}")
    @Noted(value = Verb.LOOK_CASE, kind = Kind.CASE, number = "#no")
    CasePage.Detail oneCase(@PathVariable String no) {
        return casePage.of(reach(), no);
    }

    /** Whose it is, with a reason; the page itself says so masked. */
    @PostMapping("/cases/{no}/reveal")
    @Noted(value = Verb.REVEAL, kind = Kind.CASE, number = "#no", why = "#wanted.reason()")
    Applicants.Applicant reveal(@PathVariable String no, @RequestBody Reveal wanted) {
        return applicants.of(accounts.current(), no, wanted.reason());
    }

    record Reveal(String reason) {}

    @GetMapping("/cases/{no}/instances")
    List<Instances.Instance> instances(@PathVariable String no) {
        casePage.of(reach(), no);
        return instances.of(no);
    }

    @GetMapping(path = "/instances/{id}/diagram", produces = "application/xml;charset=UTF-8")
    String diagram(@PathVariable String id) {
        instances.businessKey(id).filter(reach()::holdsNumber).orElseThrow(Instances::unknown);
        return instances.diagram(id);
    }

    @GetMapping("/incidents")
    List<Incidents.Incident> incidents() {
        return failures.open(reach());
    }

    @GetMapping("/handoffs")
    List<HandoffList.HandoffRow> handoffs(@RequestParam(defaultValue = "") String department) {
        return handoffs.of(reach(), department);
    }

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
