package io.onevisit.halls;

import static io.onevisit.halls.HomeVisit.State.ACCEPTED;
import static io.onevisit.halls.HomeVisit.State.ASKED;
import static io.onevisit.halls.HomeVisit.State.ASSIGNED;
import static io.onevisit.halls.HomeVisit.State.UNDER_WAY;

import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.halls.HomeVisit.Part;
import io.onevisit.halls.HomeVisit.State;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上门服务: asked for, given to an officer, agreed, done or not possible; whoever asked is told each time. */
@Component
class HomeVisits {

    private static final int SHOWN = 200;
    private static final int LONGEST = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final JdbcClient sql;
    private final HomeVisitRows rows;
    private final Numbers numbers;
    private final Regions regions;
    private final Calendars calendars;
    private final Accounts accounts;
    private final HallNotices notices;
    private final HallsProperties rules;
    private final Clock time;

    HomeVisits(
            JdbcClient sql,
            HomeVisitRows rows,
            Numbers numbers,
            Regions regions,
            Calendars calendars,
            Accounts accounts,
            HallNotices notices,
            HallsProperties rules,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.numbers = numbers;
        this.regions = regions;
        this.calendars = calendars;
        this.accounts = accounts;
        this.notices = notices;
        this.rules = rules;
        this.time = time;
    }

    /**
     * What is asked for.
     *
     * @param name who is to be visited, empty for who asks
     * @param phone empty for the one of who asks
     */
    record Wanted(
            String region,
            String name,
            String phone,
            String address,
            String about,
            String why,
            LocalDate wantedOn,
            Part wantedPart) {}

    List<HomeVisit> of(Account person) {
        return rows.of(person.username(), SHOWN);
    }

    List<HomeVisit> within(Account officer, boolean over) {
        return rows.within(Reach.of(officer), officer.username(), over, SHOWN);
    }

    /** One as officers see it; a 404 problem out of their reach. */
    HomeVisit get(Account officer, String no) {
        return rows.find(no).filter(visit -> concerns(officer, visit)).orElseThrow(HomeVisitRows::unknown);
    }

    @Transactional
    HomeVisit ask(Account person, Wanted wanted) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("home-visits:" + person.username())
                .query((row, n) -> 0)
                .list();
        if (rows.open(person.username()) >= rules.openVisits()) {
            throw Problem.conflict("visits-many", "您已有 %d 个没有办完的上门服务，请先等它们办完，或者取消其中一个。".formatted(rules.openVisits()));
        }
        return take(
                wanted, blank(wanted.name()) ? person.name() : wanted.name(), person.username(), person.phone(), null);
    }

    /** For somebody who telephones or stands at the window and has no account. */
    @Transactional
    HomeVisit note(Account officer, Wanted wanted) {
        refuseBlank(wanted.name(), "name", "请填写要上门的人的姓名。");
        refuseBlank(wanted.phone(), "phone", "请填写联系电话，上门前要与本人约定时间。");
        return take(wanted, wanted.name(), null, null, officer.username());
    }

    private HomeVisit take(Wanted wanted, String name, String owner, String phone, String takenBy) {
        var region = regions.forNew(wanted.region());
        refuseBlank(wanted.address(), "address", "请写明上门的详细地址。");
        refuseBlank(wanted.about(), "about", "请写明要办什么。");
        refuseBlank(wanted.why(), "why", "请写明为什么不便到窗口办理。");
        for (var text :
                Stream.of(wanted.address(), wanted.about(), wanted.why(), name).toList()) {
            if (text.length() > LONGEST) {
                throw Problem.invalid("visit-long", "每一项请不超过 %d 字。".formatted(LONGEST))
                        .with(
                                "field",
                                text.equals(wanted.address())
                                        ? "address"
                                        : text.equals(wanted.why()) ? "why" : "about");
            }
        }
        var called = blank(wanted.phone())
                ? Objects.requireNonNullElse(phone, "")
                : wanted.phone().strip();
        if (!called.matches("1\\d{10}|0\\d{9,11}")) {
            throw Problem.invalid("visit-phone", "请填写 11 位手机号码或者带区号的电话号码。").with("field", "phone");
        }
        if (wanted.wantedOn() == null || !wanted.wantedOn().isAfter(today())) {
            throw Problem.invalid("visit-day", "请选择明天或者以后的日期。").with("field", "wantedOn");
        }
        var calendar = calendars.of(region.code());
        if (!calendar.isWorkingDay(wanted.wantedOn())) {
            throw Problem.invalid("visit-day", "这一天不办公，请选择工作日。").with("field", "wantedOn");
        }
        var now = time.instant();
        var visit = new HomeVisit(
                numbers.next('H', region.code(), now),
                region.code(),
                owner,
                name.strip(),
                called,
                wanted.address().strip(),
                wanted.about().strip(),
                wanted.why().strip(),
                wanted.wantedOn(),
                Objects.requireNonNullElse(wanted.wantedPart(), Part.ANY),
                ASKED,
                null,
                null,
                due(calendar),
                now,
                null,
                null);
        rows.insert(visit, takenBy);
        return visit;
    }

    private LocalDate due(WorkingCalendar calendar) {
        var day = today();
        for (var n = 0; n < rules.visitDays(); n++) {
            day = calendar.nextWorkingDay(day);
        }
        return day;
    }

    @Transactional
    void cancel(Account person, String no) {
        var visit = rows.locked(no);
        if (!person.username().equals(visit.owner())) {
            throw HomeVisitRows.unknown();
        }
        refuseUnless(visit, "取消", ASKED, ASSIGNED, ACCEPTED);
        rows.end(no, State.CANCELLED, null, time.instant());
        if (visit.helper() != null) {
            notices.tell(
                    visit.helper(),
                    "home-visit:" + no + ":cancelled",
                    "home-visit",
                    "上门服务已取消",
                    "申请人取消了上门服务，不用前往。编号：" + no + "。",
                    HallNotices.DESK);
        }
    }

    /** The officers who may go: window clerks of the place itself, of what lies in its county, and of what it lies in. */
    List<Account> helpers(HomeVisit visit) {
        var county = RegionCode.of(visit.region()).county();
        var places = Stream.concat(
                        regions.within(county).stream().map(region -> region.code()),
                        RegionCode.of(visit.region()).lineage().stream())
                .distinct()
                .toList();
        return accounts.ofGroup(Groups.WINDOW_CLERKS, places);
    }

    @Transactional
    void assign(Account officer, String no, String helper) {
        var visit = locked(officer, no);
        refuseUnless(visit, "安排", ASKED, ASSIGNED, ACCEPTED);
        var chosen = helpers(visit).stream()
                .filter(one -> one.username().equals(helper))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("helper-unfit", "请选择当地的帮办人员。").with("field", "helper"));
        rows.assign(no, chosen.username());
        if (!chosen.username().equals(officer.username())) {
            notices.tell(
                    chosen.username(),
                    "home-visit:" + no + ":assigned:" + time.instant().toEpochMilli(),
                    "home-visit",
                    "有一个上门服务请您接单",
                    "%s安排您上门办理，请联系本人约定时间。编号：%s。".formatted(officer.name(), no),
                    HallNotices.DESK);
        }
    }

    /** @param at when they come, as agreed with the person */
    @Transactional
    void accept(Account officer, String no, LocalDateTime at) {
        var visit = locked(officer, no);
        refuseOther(officer, visit);
        refuseUnless(visit, "约定时间", ASSIGNED, ACCEPTED);
        var instant = at == null ? null : at.atZone(WorkingCalendar.ZONE).toInstant();
        if (instant == null || !instant.isAfter(time.instant())) {
            throw Problem.invalid("visit-time", "请填写与本人约定的上门时间，应晚于现在。").with("field", "at");
        }
        rows.agree(no, instant, at.toLocalDate());
        tell(
                visit,
                "agreed:" + instant,
                "上门时间已约定",
                "%s将于 %s 上门办理，请留在家中并备好证件。".formatted(officer.name(), MOMENT.format(at)));
    }

    @Transactional
    void leave(Account officer, String no) {
        var visit = locked(officer, no);
        refuseOther(officer, visit);
        refuseUnless(visit, "出发", ACCEPTED);
        rows.leave(no);
        tell(visit, "under-way", "帮办人员已出发", "%s已出发前往，请留意接听电话；上门时会出示工作证件，不收任何费用。".formatted(officer.name()));
    }

    @Transactional
    void done(Account officer, String no, String outcome) {
        var visit = locked(officer, no);
        refuseOther(officer, visit);
        refuseUnless(visit, "办完", ACCEPTED, UNDER_WAY);
        refuseBlank(outcome, "outcome", "请写明办了什么。");
        rows.end(no, State.DONE, outcome.strip(), time.instant());
        tell(visit, "ended", "上门服务已办完", outcome.strip());
    }

    @Transactional
    void giveUp(Account officer, String no, String why) {
        var visit = locked(officer, no);
        refuseUnless(visit, "办理", ASKED, ASSIGNED, ACCEPTED, UNDER_WAY);
        refuseBlank(why, "outcome", "请写明为什么不能上门办理，以及本人可以怎么办。");
        rows.end(no, State.IMPOSSIBLE, why.strip(), time.instant());
        tell(visit, "ended", "上门服务不能办理", why.strip());
    }

    private void tell(HomeVisit visit, String effect, String title, String text) {
        if (visit.owner() != null) {
            notices.tell(
                    visit.owner(),
                    "home-visit:" + visit.no() + ":" + effect,
                    "home-visit",
                    title,
                    text + "\n编号：" + visit.no() + "。",
                    HallNotices.HOME_VISITS);
        }
    }

    private HomeVisit locked(Account officer, String no) {
        var visit = rows.locked(no);
        if (!concerns(officer, visit)) {
            throw HomeVisitRows.unknown();
        }
        return visit;
    }

    private static boolean concerns(Account officer, HomeVisit visit) {
        return officer.is(Role.CLERK)
                && (Reach.of(officer).holds(visit.region())
                        || officer.username().equals(visit.helper()));
    }

    private void refuseOther(Account officer, HomeVisit visit) {
        if (!officer.username().equals(visit.helper())) {
            throw Problem.forbidden(
                    "visit-not-yours",
                    visit.helper() == null
                            ? "这个上门服务还没有安排人，请先安排。"
                            : "这个上门服务由%s办理，需要换人的请重新安排。".formatted(accounts.nameOf(visit.helper())));
        }
    }

    private static void refuseUnless(HomeVisit visit, String act, State... from) {
        if (Arrays.stream(from).noneMatch(visit.state()::equals)) {
            throw Problem.conflict(
                    "visit-moved",
                    "这个上门服务%s，不能%s，请刷新后查看。".formatted(visit.state().label(), act));
        }
    }

    private static void refuseBlank(String text, String field, String sentence) {
        if (blank(text)) {
            throw Problem.invalid("visit-incomplete", sentence).with("field", field);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), WorkingCalendar.ZONE);
    }
}
