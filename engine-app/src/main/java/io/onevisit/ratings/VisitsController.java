package io.onevisit.ratings;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Receipt codes of visits: given out at the window, rated by whoever holds one. */
@RestController
@RequestMapping("/api/visits")
class VisitsController {

    private final Visits visits;
    private final Ratings ratings;
    private final RatingStore store;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;

    VisitsController(
            Visits visits,
            Ratings ratings,
            RatingStore store,
            Catalogue catalogue,
            Regions regions,
            Accounts accounts) {
        this.visits = visits;
        this.ratings = ratings;
        this.store = store;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.OPEN_VISIT, kind = Kind.CASE, number = "#wanted.caseNo()")
    Given open(@RequestBody Wanted wanted) {
        var visit = visits.open(accounts.current(), wanted.caseNo(), wanted.matter());
        return new Given(visit.code(), "/rate/" + visit.code(), visit.itemName());
    }

    @PlatformWork("评价码就是凭据，登录与否看到的相同")
    @GetMapping("/{code}")
    Shown one(@PathVariable String code) {
        var visit = visits.get(code);
        var place = regions.find(visit.region()).map(region -> region.name()).orElse("")
                + (visit.department().isEmpty() ? "综合窗口" : catalogue.departmentName(visit.department()));
        return new Shown(place, visit.itemName(), visit.at(), store.isRated(visit.code()));
    }

    @PostMapping("/{code}/rating")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.RATE, kind = Kind.RATING, number = "#result.no()", who = "'持评价码的人'")
    Thanks rate(@PathVariable String code, @RequestBody Words said) {
        var visit = visits.get(code);
        var rating = ratings.rateVisit(
                visit.code(), channel(said.channel()), Said.of(said.level(), said.labels(), said.text()));
        return new Thanks(rating.no(), rating.state().plain());
    }

    /** By telephone an agent of the hotline takes the rating down; all others are the visitor's own device or the hall's. */
    private RatingChannel channel(String name) {
        var channel = RatingChannel.named(
                name,
                RatingChannel.QR,
                RatingChannel.HALL_TABLET,
                RatingChannel.HALL_TERMINAL,
                RatingChannel.SMS,
                RatingChannel.PHONE);
        var agent = accounts.signedIn().filter(person -> person.is(Role.AGENT)).isPresent();
        if (channel == RatingChannel.PHONE && !agent) {
            throw Problem.forbidden("agents-only", "电话评价由热线话务员代为登记。");
        }
        return channel;
    }

    record Wanted(String caseNo, String matter) {}

    record Given(String code, String path, String itemName) {}

    record Shown(String place, String itemName, Instant at, boolean rated) {}

    record Words(int level, List<String> labels, String text, String channel) {}

    record Thanks(String no, String plain) {}
}
