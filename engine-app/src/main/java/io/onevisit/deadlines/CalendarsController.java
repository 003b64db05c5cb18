package io.onevisit.deadlines;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where analysts publish the plan of a year and decide whether running clocks follow a change, each for their region. */
@RestController
@RequestMapping("/api/studio/calendars/{region}")
class CalendarsController {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Accounts accounts;
    private final Regions regions;
    private final Calendars calendars;
    private final CalendarStore store;
    private final CalendarPublishing publishing;
    private final CalendarRebase rebase;
    private final CalendarHistory history;

    CalendarsController(
            Accounts accounts,
            Regions regions,
            Calendars calendars,
            CalendarStore store,
            CalendarPublishing publishing,
            CalendarRebase rebase,
            CalendarHistory history) {
        this.accounts = accounts;
        this.regions = regions;
        this.calendars = calendars;
        this.store = store;
        this.publishing = publishing;
        this.rebase = rebase;
        this.history = history;
    }

    /**
     * @param of whose calendar counts in the region: its own, else its city's, else the province's
     * @param years of the newest edition
     */
    record View(String region, String of, int edition, List<HolidayFile.Year> years) {}

    /**
     * @param recounted clocks that were counted anew because they counted the year provisionally
     * @param leftOver clocks that could not be: they would reach into a year without a calendar
     */
    record Published(int edition, int recounted, int moved, int leftOver) {}

    record Past(String of, List<CalendarHistory.Publication> publications, List<CalendarHistory.Rebase> rebases) {}

    record Reason(String reason) {}

    @Operation(summary = "工作日历：现行版本的各年度安排")
    @GetMapping
    View calendar(@PathVariable String region) {
        mine(region);
        var newest = counting(region);
        return new View(
                region,
                newest.region(),
                newest.edition(),
                store.years(newest).stream().map(HolidayFile.Year::of).toList());
    }

    @Operation(summary = "公布或调整一个年度的安排；没有自己日历的地区从此有自己的；暂计该年度的时限自动重算，其他时限不变")
    @PutMapping("/years/{year}")
    @Noted(
            value = Verb.PUBLISH_CALENDAR,
            kind = Kind.CALENDAR,
            number = "#region + ' ' + #year",
            why = "#plan.source()",
            inBatches = true)
    Published publish(
            @PathVariable String region,
            @PathVariable int year,
            @RequestParam(required = false) Integer basedOn,
            @RequestBody HolidayFile.Year plan) {
        var author = CalendarAuthor.of(mine(region));
        var counting = counting(region);
        try {
            var read = plan(region, year, plan);
            if (basedOn != null) publishing.check(new CalendarStore.Key(counting.region(), basedOn), year);
            if (!counting.region().equals(region)) regions.forNew(region);
            var report = publishing.publish(region, read, author);
            return new Published(
                    report.edition().edition(),
                    report.recounted().size(),
                    report.moved(),
                    report.leftOver().size());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("calendar-invalid", "工作日历有误：" + e.getMessage() + "。");
        }
    }

    @Operation(summary = "预览：让在办时限改按现行工作日历计算，会变动哪些")
    @PostMapping("/rebase")
    CalendarRebase.Result preview(@PathVariable String region, @RequestBody Reason body) {
        if (body.reason == null || body.reason.isBlank()) throw Fields.invalid("reason", "请写明为什么要重新计算");
        return rebase.preview(region, body.reason.strip(), CalendarAuthor.of(mine(region)));
    }

    @Operation(summary = "确认预览：在办时限改按现行工作日历计算")
    @PostMapping("/rebase/{token}")
    @Noted(value = Verb.REBASE_CLOCKS, kind = Kind.CALENDAR, number = "#region", inBatches = true)
    CalendarRebase.Result confirm(@PathVariable String region, @PathVariable String token) {
        return rebase.confirm(region, token, CalendarAuthor.of(mine(region)));
    }

    @Operation(summary = "谁在何时公布、调整了工作日历，谁要求和确认了重新计算")
    @GetMapping("/history")
    Past history(@PathVariable String region) {
        mine(region);
        var of = counting(region).region();
        return new Past(of, history.publications(of), history.rebases(of));
    }

    @Operation(summary = "公布某一版日历时变动了的时限")
    @GetMapping("/editions/{edition}/moves")
    @PlatformWork("分析人员查看本地区日历变动了哪些时限：只有编号和到期时间")
    CalendarHistory.Moves moves(
            @PathVariable String region, @PathVariable int edition, @RequestParam(defaultValue = "0") int page) {
        mine(region);
        return history.movedBy(counting(region).region(), edition, page);
    }

    @Operation(summary = "一次重新计算变动了的时限")
    @GetMapping("/rebase/{token}/moves")
    @PlatformWork("分析人员查看本地区日历变动了哪些时限：只有编号和到期时间")
    CalendarHistory.Moves moves(
            @PathVariable String region, @PathVariable String token, @RequestParam(defaultValue = "0") int page) {
        mine(region);
        return history.movedBy(counting(region).region(), token, page);
    }

    private static YearPlan plan(String region, int year, HolidayFile.Year plan) {
        if (year < FIRST_YEAR || year > LAST_YEAR)
            throw Fields.invalid("year", "应在 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间");
        if (plan.year() != year) throw Fields.invalid("year", "正文年度应为 " + year + " 年");
        if (plan.source() == null || plan.source().isBlank()) throw Fields.invalid("source", "请写明依据的通知");
        return new HolidayFile(region, List.of("09:00-17:00"), List.of(plan))
                .plans()
                .get(0);
    }

    private CalendarStore.Key counting(String region) {
        return calendars
                .key(region)
                .orElseThrow(() -> Problem.notFound("calendar-none", "地区 " + region + " 没有工作日历，也没有上级地区的。"));
    }

    private Account mine(String region) {
        var account = accounts.current();
        if (!Reach.of(account).holds(region)) throw Problem.forbidden("not-your-region", "只能管理本地区的工作日历。");
        return account;
    }
}
