package io.onevisit.publicity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Documents;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Everybody reads the notices; whoever is known by name objects and sees what becomes of it. */
@RestController
@RequestMapping("/api/public-notices")
class PublicNoticesController {

    private static final int PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final NoticeRows rows;
    private final Objections objections;
    private final Documents documents;
    private final Regions regions;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Clock time;

    PublicNoticesController(
            NoticeRows rows,
            Objections objections,
            Documents documents,
            Regions regions,
            Catalogue catalogue,
            Accounts accounts,
            Clock time) {
        this.rows = rows;
        this.objections = objections;
        this.documents = documents;
        this.regions = regions;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.time = time;
    }

    @GetMapping
    List<Shown> page(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page) {
        var place = region.strip();
        if (!place.isEmpty() && regions.find(place).isEmpty()) {
            throw Problem.invalid("region-unknown", "没有这个地区，请重新选择。").with("field", "region");
        }
        return rows.page(place, open ? time.instant() : null, Math.max(0, Math.min(page, LAST_PAGE)), PAGE).stream()
                .map(this::shown)
                .toList();
    }

    @GetMapping("/{no}")
    Shown one(@PathVariable String no) {
        return shown(rows.get(no));
    }

    /** One's own: at most one for a notice. */
    @GetMapping("/{no}/objections")
    List<Mine> mine(@PathVariable String no) {
        return objections.own(accounts.current(), no).stream().map(this::mine).toList();
    }

    @PostMapping("/{no}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.OBJECT, kind = Kind.PUBLIC_NOTICE, number = "#no")
    Mine object(@PathVariable String no, @RequestParam String text, @RequestParam(required = false) MultipartFile file)
            throws IOException {
        var person = accounts.current(Account.REGISTERED);
        objections.refuse(person, rows.get(no), text);
        if (file == null || file.isEmpty()) {
            return mine(objections.raise(person, no, text, null));
        }
        try (var in = file.getInputStream()) {
            var document = documents.store(person.username(), file.getOriginalFilename(), in);
            return mine(objections.raise(person, no, text, document.id()));
        }
    }

    private Shown shown(Notice notice) {
        var now = time.instant();
        var stands = notice.standsAt(now);
        return new Shown(
                notice.no(),
                notice.title(),
                notice.text(),
                notice.itemName(),
                catalogue.departmentName(notice.department()),
                regions.find(notice.region()).map(region -> region.name()).orElse(""),
                notice.publishedAt(),
                notice.until(),
                notice.state().name(),
                notice.state().label(),
                stands,
                stands ? daysLeft(now, notice.until()) : 0);
    }

    /** Rounded up: what ends today leaves one day. */
    private static int daysLeft(Instant now, Instant until) {
        return Math.toIntExact(
                Duration.between(now, until).plusDays(1).minusNanos(1).toDays());
    }

    private Mine mine(Objection objection) {
        return new Mine(
                objection.text(),
                objection.evidence() == null
                        ? null
                        : documents.document(objection.evidence()).name(),
                objection.state().name(),
                objection.state().label(),
                objection.raisedAt(),
                objection.reason(),
                objection.settledAt());
    }

    /** @param open whether one may object now */
    record Shown(
            String no,
            String title,
            String text,
            String itemName,
            String departmentName,
            String regionName,
            Instant publishedAt,
            Instant until,
            String state,
            String stateLabel,
            boolean open,
            int daysLeft) {}

    /** @param evidence name of the file handed in, {@code null} where there is none */
    record Mine(
            String text,
            String evidence,
            String state,
            String stateLabel,
            Instant raisedAt,
            String reason,
            Instant settledAt) {}
}
