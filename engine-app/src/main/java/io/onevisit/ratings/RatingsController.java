package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An applicant rates, adds and sees what became of it; everybody sees what is public. */
@RestController
@RequestMapping("/api/ratings")
class RatingsController {

    private static final int PAGE = 20;

    private final Ratings ratings;
    private final RatingStore store;
    private final Labels labels;
    private final Publication publication;
    private final Cases cases;
    private final Accounts accounts;

    RatingsController(
            Ratings ratings,
            RatingStore store,
            Labels labels,
            Publication publication,
            Cases cases,
            Accounts accounts) {
        this.ratings = ratings;
        this.store = store;
        this.labels = labels;
        this.publication = publication;
        this.cases = cases;
        this.accounts = accounts;
    }

    /** Each case of an application: whether it may be rated, and its rating. */
    @GetMapping
    List<OfCase> ofApplication(@RequestParam String applicationNo) {
        var given = ratings.ofApplication(accounts.current(), applicationNo).stream()
                .collect(Collectors.toMap(Rating::caseNo, rating -> rating));
        return cases.ofApplication(applicationNo).stream()
                .map(file -> new OfCase(
                        file.caseNo(),
                        file.itemName(),
                        ratings.mayBeRated(file) && !given.containsKey(file.caseNo()),
                        given.containsKey(file.caseNo()) ? view(given.get(file.caseNo())) : null))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mine rate(@RequestBody Wanted wanted) {
        var channel = "MOBILE".equals(wanted.channel()) ? RatingChannel.MOBILE : RatingChannel.PC;
        var said = Ratings.Said.of(wanted.level(), wanted.labels(), wanted.text());
        return view(ratings.rateCase(accounts.current(), wanted.caseNo(), channel, said));
    }

    @PostMapping("/{no}/additions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String no, @RequestBody Words words) {
        ratings.add(accounts.current(), no, words.text());
    }

    @PostMapping("/{no}/second")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable String no, @RequestBody Level level) {
        ratings.rateAgain(accounts.current(), no, RatingLevel.of(level.level()));
    }

    @GetMapping("/labels")
    List<Labels.Label> labels(@RequestParam String channel) {
        for (var known : RatingChannel.values()) {
            if (known.name().equals(channel)) {
                return labels.of(known);
            }
        }
        throw Problem.invalid("channel-unknown", "没有这个评价渠道。");
    }

    @GetMapping("/published")
    List<Publication.Shown> published(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "0") int page) {
        return publication.page(region.replaceAll("\\D", ""), department, Math.max(page, 0), PAGE);
    }

    private Mine view(Rating rating) {
        return new Mine(
                rating.no(),
                rating.level(),
                rating.satisfaction().label(),
                labels.words(rating),
                rating.text(),
                rating.defaulted(),
                rating.ratedAt(),
                rating.state().label(),
                rating.excluded() ? "经复核不计入得分，评价内容保留在案" : rating.state().plain(),
                rating.reply(),
                rating.secondLevel() == null
                        ? null
                        : RatingLevel.of(rating.secondLevel()).label(),
                rating.reply() != null && rating.secondLevel() == null && rating.named(),
                rating.named(),
                store.additions(rating.no()));
    }

    record Wanted(String caseNo, int level, List<String> labels, String text, String channel) {}

    record Words(String text) {}

    record Level(int level) {}

    record OfCase(String caseNo, String itemName, boolean mayRate, Mine rating) {}

    record Mine(
            String no,
            int level,
            String levelLabel,
            List<String> labels,
            String text,
            boolean defaulted,
            Instant ratedAt,
            String stateLabel,
            String plain,
            String reply,
            String secondLevel,
            boolean mayRateAgain,
            boolean mayAdd,
            List<RatingStore.Addition> additions) {}
}
