package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Talks;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An applicant writes to whoever handles their application, and reads the answers. */
@RestController
@RequestMapping("/api/applications/{no}/talk")
class TalkController {

    private final Accounts accounts;
    private final Tracking tracking;
    private final Applications applications;
    private final Cases cases;
    private final Talks talks;

    TalkController(Accounts accounts, Tracking tracking, Applications applications, Cases cases, Talks talks) {
        this.accounts = accounts;
        this.tracking = tracking;
        this.applications = applications;
        this.cases = cases;
        this.talks = talks;
    }

    @GetMapping
    List<Talks.Said> of(@PathVariable String no) {
        tracking.own(accounts.current(), no);
        return talks.of(no);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.WRITE_TO_OFFICER, kind = Kind.APPLICATION, number = "#no")
    List<Talks.Said> write(@PathVariable String no, @RequestBody Wanted wanted) {
        var person = accounts.current();
        tracking.own(person, no);
        var about = wanted.caseNo() == null || wanted.caseNo().isBlank() ? null : wanted.caseNo();
        if (about != null
                && cases.find(about)
                        .filter(file -> file.applicationNo().equals(no))
                        .isEmpty()) {
            throw Problem.notFound("case-unknown", "本次申报没有这个办件。");
        }
        talks.write(applications.get(no), about, person.username(), person.name(), wanted.text());
        return talks.of(no);
    }

    /** @param caseNo which item it is about, {@code null} for the whole application */
    record Wanted(String caseNo, String text) {}
}
