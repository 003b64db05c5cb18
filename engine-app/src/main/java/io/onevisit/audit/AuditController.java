package io.onevisit.audit;

import io.onevisit.engine.PlatformWork;
import io.onevisit.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Audit administrators search entries of their region; they and operators verify the chains. Both are noted. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final EntrySearch search;
    private final DayCheck verification;
    private final Audit audit;

    AuditController(EntrySearch search, DayCheck verification, Audit audit) {
        this.search = search;
        this.verification = verification;
        this.audit = audit;
    }

    record Page(List<EntrySearch.Row> entries, Long next) {}

    @Operation(summary = "检索审计记录：按账号、编号（办件、申报、材料等）、日期，从新到旧；下一页用上一页的 next 作 before")
    @GetMapping("/entries")
    @Noted(
            value = Verb.LOOK_WHO_LOOKED,
            kind = Kind.AUDIT,
            number = "#account + ' ' + #number + ' ' + (#day ?: '')",
            why = "#reason")
    Page entries(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") int size) {
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        var asked = new EntrySearch.Asked(account, number, day, region(), before, most);
        if (!asked.named()) {
            throw Problem.invalid("search-empty", "请至少给出账号、编号或者日期中的一项。").with("field", "account");
        }
        var found = search.find(asked);
        return new Page(
                found, found.size() < most ? null : found.get(found.size() - 1).id());
    }

    @Operation(summary = "有审计记录或锚点的日期")
    @PlatformWork("日期清单，没有任何记录的内容")
    @GetMapping("/days")
    List<LocalDate> days(
            @RequestParam(defaultValue = "1970-01-01") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "9999-12-31") @DateTimeFormat(iso = ISO.DATE) LocalDate until) {
        return verification.days(from, until);
    }

    @PlatformWork("核验要读全部地区的链，答复中只有数目和位置")
    @Operation(summary = "核验一天的审计链：各地区的记录、已封存、未封存数，第一处不符在哪里、是哪一种")
    @GetMapping("/days/{day}")
    @Noted(value = Verb.VERIFY_AUDIT, kind = Kind.AUDIT, number = "#day")
    DayCheck.Day verify(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return verification.check(day);
    }

    /** A city's audit administrator sees who acted in the city and its counties. */
    private String region() {
        return audit.current().map(actor -> actor.region()).orElse("");
    }
}
