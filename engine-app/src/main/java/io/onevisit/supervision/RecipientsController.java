package io.onevisit.supervision;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.Light;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of red and yellow cards: read and set by the supervisors of the region. */
@RestController
@RequestMapping("/api/supervision/recipients")
class RecipientsController {

    private static final int CHANGES_SHOWN = 50;

    private final Accounts accounts;
    private final Regions regions;
    private final RecipientPages pages;
    private final RecipientSettings settings;

    RecipientsController(Accounts accounts, Regions regions, RecipientPages pages, RecipientSettings settings) {
        this.accounts = accounts;
        this.regions = regions;
        this.pages = pages;
        this.settings = settings;
    }

    /** Without a region one's own. */
    @GetMapping
    RecipientPages.Page page(@RequestParam(defaultValue = "") String region) {
        var who = accounts.current();
        return pages.of(within(who, region), who.is(Role.SUPERVISOR));
    }

    @PutMapping
    @Noted(
            value = Verb.CHANGE_RECIPIENTS,
            kind = Kind.UNIT,
            number = "#asked.region() + ' ' + (#asked.department() ?: '') + ' ' + #asked.level()")
    RecipientPages.Cell change(@RequestBody Asked asked) {
        var who = accounts.current();
        if (asked.level == null || !RecipientPages.LEVELS.contains(asked.level))
            throw Problem.invalid("level-missing", "请选择预警、黄牌或者红牌。").with("field", "level");
        return settings.change(
                who,
                new RecipientSettings.Change(
                        within(who, asked.region),
                        asked.department == null ? RecipientBook.ALL : asked.department,
                        asked.level,
                        asked.recipients == null ? List.of() : asked.recipients,
                        asked.version));
    }

    /** Officers, heads and supervisors who can be chosen by name. */
    @GetMapping("/staff")
    List<RecipientPages.Told> staff(
            @RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "") String department) {
        return settings.candidates(within(accounts.current(), region), department);
    }

    /** Who changed what, the newest first. */
    @GetMapping("/changes")
    List<RecipientSettings.Changed> changes(@RequestParam(defaultValue = "") String region) {
        return settings.changes(within(accounts.current(), region), CHANGES_SHOWN);
    }

    /** A place outside one's own looks like one that is not there. */
    private String within(Account who, String region) {
        var wanted = region == null || region.isBlank() ? who.region() : region;
        if (!wanted.matches("\\d{6}(\\d{6})?")
                || !Reach.of(who).holds(wanted)
                || regions.find(wanted).isEmpty()) throw Problem.notFound("region-unknown", "没有找到这个区划，或它不在您的管理范围内。");
        return wanted;
    }

    record Asked(String region, String department, Light level, List<RecipientBook.Entry> recipients, long version) {}
}
