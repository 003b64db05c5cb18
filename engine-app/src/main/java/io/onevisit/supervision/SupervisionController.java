package io.onevisit.supervision;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Statistics, re-checks and reports of supervision, each within the region of whoever asks. */
@RestController
@RequestMapping("/api/supervision")
class SupervisionController {

    private final Accounts accounts;
    private final Statistics statistics;
    private final FigureList lists;
    private final RollUp rollUp;
    private final RecheckRuns rechecks;
    private final SelfCheck selfCheck;
    private final SupervisionFailures failures;
    private final Clock now;

    SupervisionController(
            Accounts accounts,
            Statistics statistics,
            FigureList lists,
            RollUp rollUp,
            RecheckRuns rechecks,
            SelfCheck selfCheck,
            SupervisionFailures failures,
            Clock now) {
        this.accounts = accounts;
        this.statistics = statistics;
        this.lists = lists;
        this.rollUp = rollUp;
        this.rechecks = rechecks;
        this.selfCheck = selfCheck;
        this.failures = failures;
        this.now = now;
    }

    @GetMapping("/statistics")
    Statistics.Table statistics(
            @RequestParam(defaultValue = "REGION") Statistics.By by,
            @RequestParam(defaultValue = "MONTH") Statistics.Period period,
            Span span) {
        return statistics.of(span.asked(by, period, accounts.current(), today()));
    }

    /** The list behind a figure. */
    @GetMapping("/statistics/{figure}/list")
    FigureList.Page list(
            @PathVariable Figure figure,
            Span span,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return lists.of(
                figure,
                span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today()),
                page,
                size);
    }

    @GetMapping("/figures")
    List<Definition> figures() {
        return Arrays.stream(Figure.values()).map(Definition::of).toList();
    }

    /** Holds the roll-ups of a span against a recount and mends what differs. */
    @PostMapping("/statistics/proof")
    @Noted(value = Verb.PROVE_STATISTICS, kind = Kind.STATISTICS, inBatches = true)
    RollUp.Proof prove(Span span) {
        var who = supervisor();
        var asked = span.asked(Statistics.By.REGION, Statistics.Period.DAY, who, today());
        Statistics.check(asked);
        return rollUp.prove(asked.from(), asked.until());
    }

    @GetMapping("/rechecks")
    List<RecheckRuns.Run> rechecks() {
        return rechecks.newest(Watch.of(accounts.current()));
    }

    /** How far a re-check is, and what it has found so far. */
    @GetMapping("/rechecks/{id}")
    Map<String, Object> findings(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var run = rechecks.find(id, Watch.of(accounts.current()))
                .orElseThrow(() -> Problem.notFound("recheck-unknown", "没有找到这次巡检，或它不在您的管理范围内。"));
        return Map.of("run", run, "findings", rechecks.findings(id, page, size));
    }

    /** Begins a re-check of one's region; it runs in the background. */
    @PostMapping("/rechecks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Noted(value = Verb.RECHECK, kind = Kind.STATISTICS, inBatches = true)
    RecheckRuns.Run runRecheck() {
        var who = supervisor();
        return rechecks.begin(who.region(), CardStore.Actor.of(who));
    }

    @GetMapping("/self-check")
    SelfCheck.Report selfCheck(Span span) {
        return selfCheck.of(span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today()));
    }

    @GetMapping("/failures")
    List<SupervisionFailures.Open> failures() {
        return failures.open(Watch.of(accounts.current()));
    }

    private Account supervisor() {
        var who = accounts.current();
        if (!who.is(Role.SUPERVISOR)) throw Problem.forbidden("supervisors-only", "只有监察人员可以进行此操作。");
        return who;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), Words.CHINA);
    }

    /** A span of days and what of it; without days the present month. A region outside one's own is empty, not an error. */
    record Span(
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            String subject,
            String region,
            Boolean exact,
            String department,
            String item) {

        Statistics.Asked asked(Statistics.By by, Statistics.Period period, Account who, LocalDate today) {
            var own = Watch.of(who).regionPrefix();
            var wanted = region == null || region.isBlank() ? own : Watch.prefix(region);
            return new Statistics.Asked(
                    by,
                    period,
                    subject == null || subject.isBlank() ? "CASE" : subject,
                    wanted.startsWith(own) ? wanted : own.startsWith(wanted) ? own : "-",
                    Boolean.TRUE.equals(exact) && region != null ? region.strip() : "",
                    department == null ? "" : department,
                    item == null ? "" : item,
                    from == null ? today.withDayOfMonth(1) : from,
                    until == null ? today : until);
        }
    }

    /** A figure in words, and the statement that lists what it counts. */
    record Definition(
            String name,
            String label,
            String counts,
            String excludes,
            boolean share,
            List<String> sources,
            String sql) {

        static Definition of(Figure figure) {
            return new Definition(
                    figure.name(),
                    figure.label,
                    figure.counts,
                    figure.excludes,
                    figure.isShare(),
                    figure.conditions.keySet().stream()
                            .map(source -> source.words)
                            .toList(),
                    FigureList.statement(figure));
        }
    }
}
