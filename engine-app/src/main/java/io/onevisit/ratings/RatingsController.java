package io.onevisit.ratings;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import java.time.Instant;
import java.util.ArrayList;
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
    private final SecondRatings seconds;
    private final RatingStore store;
    private final Labels labels;
    private final Publication publication;
    private final Cases cases;
    private final Accounts accounts;

    RatingsController(
            Ratings ratings,
            SecondRatings seconds,
            RatingStore store,
            Labels labels,
            Publication publication,
            Cases cases,
            Accounts accounts) {
        this.ratings = ratings;
        this.seconds = seconds;
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
    @Noted(value = Verb.RATE, kind = Kind.RATING, number = "#result.no()")
    Mine rate(@RequestBody Wanted wanted) {
        var channel = RatingChannel.named(wanted.channel(), RatingChannel.PC, RatingChannel.MOBILE);
        var said = Said.of(wanted.level(), wanted.labels(), wanted.text());
        return view(ratings.rateCase(accounts.current(), wanted.caseNo(), channel, said));
    }

    @PostMapping("/{no}/additions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.RATE, kind = Kind.RATING, number = "#no")
    void add(@PathVariable String no, @RequestBody Words words) {
        ratings.add(accounts.current(), no, words.text());
    }

    @PostMapping("/{no}/second")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.RATE, kind = Kind.RATING, number = "#no")
    void again(@PathVariable String no, @RequestBody Second verdict) {
        seconds.rate(accounts.current(), no, Said.of(verdict.level(), verdict.labels(), verdict.text()));
    }

    @GetMapping("/labels")
    List<Labels.Label> labels(@RequestParam String channel) {
        return labels.of(RatingChannel.named(channel, RatingChannel.values()));
    }

    @PlatformWork("公开内容，登录与否看到的相同")
    @GetMapping("/published")
    List<Publication.Shown> published(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "0") int page) {
        return publication.page(region.strip(), department.strip(), Span.page(page), PAGE);
    }

    private Mine view(Rating rating) {
        var handling = rating.handling();
        var replies = new ArrayList<Reply>();
        store.rounds(rating.no())
                .forEach(round -> replies.add(reply(rating, round.reply(), round.repliedAt(), round.second())));
        if (handling.reply() != null) {
            replies.add(reply(rating, handling.reply(), handling.repliedAt(), handling.second()));
        }
        return new Mine(
                rating.no(),
                rating.level(),
                rating.satisfaction().label(),
                labels.words(rating),
                rating.text(),
                rating.channel().name(),
                rating.defaulted(),
                rating.ratedAt(),
                rating.state().label(),
                handling.excluded() ? "经复核不计入得分，评价内容保留在案" : rating.state().plain(),
                replies,
                handling.conclusion(),
                seconds.open(rating),
                rating.named() || rating.defaulted(),
                store.additions(rating.no()));
    }

    private Reply reply(Rating rating, String text, Instant at, Handling.Second second) {
        return new Reply(
                text,
                at,
                second == null ? null : second.satisfaction().label(),
                second == null ? List.of() : labels.words(rating.channel(), second.labelsEdition(), second.labels()),
                second == null ? "" : second.text());
    }

    record Wanted(String caseNo, int level, List<String> labels, String text, String channel) {}

    record Words(String text) {}

    record Second(int level, List<String> labels, String text) {}

    record OfCase(String caseNo, String itemName, boolean mayRate, Mine rating) {}

    /** A reply of the unit and what the rater said of it. */
    record Reply(String text, Instant at, String level, List<String> labels, String words) {}

    record Mine(
            String no,
            int level,
            String levelLabel,
            List<String> labels,
            String text,
            String channel,
            boolean defaulted,
            Instant ratedAt,
            String stateLabel,
            String plain,
            List<Reply> replies,
            String conclusion,
            boolean mayRateAgain,
            boolean mayAdd,
            List<RatingStore.Addition> additions) {}
}
