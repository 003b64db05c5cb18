package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Urgings;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An applicant asks an office to hurry. */
@RestController
@RequestMapping("/api/applications")
class UrgingController {

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Tracking tracking;
    private final Cases cases;
    private final Urgings urgings;

    UrgingController(Accounts accounts, Tracking tracking, Cases cases, Urgings urgings) {
        this.accounts = accounts;
        this.tracking = tracking;
        this.cases = cases;
        this.urgings = urgings;
    }

    @PostMapping("/{no}/urging")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Noted(value = Verb.HASTEN, kind = Kind.APPLICATION, number = "#no", why = "#wanted.words()")
    public void urge(@PathVariable String no, @Validated @RequestBody Wanted wanted) {
        var person = accounts.current();
        tracking.own(person, no);
        var words = wanted.words() == null ? "" : wanted.words().strip();
        if (words.length() > LONGEST) {
            throw Problem.invalid("words-long", "催办说明最多 200 字。").with("field", "words");
        }
        cases.find(wanted.caseNo())
                .filter(file -> file.applicationNo().equals(no))
                .orElseThrow(() -> Problem.notFound("case-unknown", "本次申报没有这个办件。"));
        urgings.urge(wanted.caseNo(), person.name(), words);
    }

    /** @param words what they say about it */
    record Wanted(@NotBlank String caseNo, String words) {}
}
