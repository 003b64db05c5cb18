package io.onevisit.ratings;

import io.onevisit.identity.Accounts;
import java.time.LocalDate;
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

/** The supervisor's view of ratings: the loop and its figure, the lists behind it, what waits to be published. */
@RestController
@RequestMapping("/api/cockpit/ratings")
class RatingsCockpitController {

    private static final int DAYS = 30;
    private static final int PAGE = 20;

    private final RatingFigures figures;
    private final Publication publication;
    private final Accounts accounts;

    RatingsCockpitController(RatingFigures figures, Publication publication, Accounts accounts) {
        this.figures = figures;
        this.publication = publication;
        this.accounts = accounts;
    }

    @GetMapping
    RatingFigures.Loop loop(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return figures.loop(accounts.current(), from(from, to), to(to));
    }

    @GetMapping("/list")
    List<RatingFigures.Row> list(
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "0") int page) {
        return figures.list(accounts.current(), which, from(from, to), to(to), Math.max(page, 0), PAGE);
    }

    @GetMapping("/counts")
    List<RatingFigures.Count> counts(
            @RequestParam(defaultValue = "department") String by,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to) {
        return figures.counts(accounts.current(), by, from(from, to), to(to));
    }

    @GetMapping("/publication")
    List<Publication.Proposal> pending() {
        return publication.pending(accounts.current(), PAGE);
    }

    @PostMapping("/{no}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable String no, @RequestBody Decision decision) {
        publication.decide(accounts.current(), no, decision.publish(), decision.reason());
    }

    private LocalDate to(LocalDate to) {
        return to == null ? figures.today() : to;
    }

    private LocalDate from(LocalDate from, LocalDate to) {
        return from == null ? to(to).minusDays(DAYS) : from;
    }

    record Decision(boolean publish, String reason) {}
}
