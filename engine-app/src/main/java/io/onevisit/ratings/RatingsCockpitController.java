package io.onevisit.ratings;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** The supervisor's view of ratings: the loop and its figure, the lists behind it, each rating, what waits to be published. */
@RestController
@RequestMapping("/api/cockpit/ratings")
class RatingsCockpitController {

    private static final int PAGE = 20;

    private final RatingFigures figures;
    private final RatingStore store;
    private final RatingSubject subject;
    private final Publication publication;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;
    private final Clock time;

    RatingsCockpitController(
            RatingFigures figures,
            RatingStore store,
            RatingSubject subject,
            Publication publication,
            Cases cases,
            Catalogue catalogue,
            Regions regions,
            Accounts accounts,
            Clock time) {
        this.figures = figures;
        this.store = store;
        this.subject = subject;
        this.publication = publication;
        this.cases = cases;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
        this.time = time;
    }

    @GetMapping
    RatingFigures.Loop loop(Which which) {
        return figures.loop(asked(which));
    }

    @GetMapping("/parts")
    List<RatingFigures.Part> parts(Which which, @RequestParam(defaultValue = "department") String by) {
        return figures.parts(asked(which), by);
    }

    @GetMapping("/list")
    List<RatingFigures.Row> list(
            Which of, @RequestParam(defaultValue = "all") String which, @RequestParam(defaultValue = "0") int page) {
        return figures.list(asked(of), which, Span.page(page), PAGE);
    }

    @GetMapping("/counts")
    List<RatingFigures.Count> counts(Which which, @RequestParam(defaultValue = "department") String by) {
        return figures.counts(accounts.current(), by, Span.rolledUp(which.from(), which.to(), today()));
    }

    @GetMapping("/publication")
    @Noted(value = Verb.LOOK_VOICES, kind = Kind.RATING)
    List<Publication.Proposal> pending(@RequestParam(defaultValue = "0") int page) {
        return publication.pending(accounts.current(), Span.page(page), PAGE);
    }

    @PostMapping("/{no}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.PUBLISH_RATING, kind = Kind.RATING, number = "#no", why = "#decision.reason()")
    void decide(@PathVariable String no, @RequestBody Decision decision) {
        publication.decide(accounts.current(), no, decision.publish(), decision.reason());
    }

    /** One rating as those who handle it see it, without what points at the rater. */
    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_VOICES, kind = Kind.RATING, number = "#no")
    Whole one(@PathVariable String no) {
        Publication.onlySupervisors(accounts.current());
        var rating = store.find(no)
                .filter(found -> Reach.of(accounts.current()).holds(found.region()))
                .orElseThrow(() -> Problem.notFound("rating-unknown", "没有找到这条评价。"));
        var about = subject.about(no);
        return new Whole(no, about.title(), rating.state().label(), rating.caseNo(), about.facts(), cases.journal(no));
    }

    private RatingFigures.Asked asked(Which which) {
        var region = which.region() == null ? "" : which.region().strip();
        if (!region.isEmpty() && regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "没有这个地区，请重新选择。").with("field", "region");
        }
        var department = which.department() == null ? "" : which.department().strip();
        if (!department.isEmpty()
                && !department.equals("-")
                && !catalogue.departmentNames().containsKey(department)) {
            throw Problem.invalid("department-unknown", "没有这个部门，请重新选择。").with("field", "department");
        }
        return new RatingFigures.Asked(
                accounts.current(), Span.scanned(which.from(), which.to(), today()), region, department);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), RatingStore.CHINA);
    }

    /** Which ratings; without days those of the last thirty. */
    record Which(
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            String region,
            String department) {}

    record Decision(boolean publish, String reason) {}

    record Whole(
            String no,
            String title,
            String stateLabel,
            String caseNo,
            List<Subject.Fact> facts,
            List<JournalEntry> timeline) {}
}
