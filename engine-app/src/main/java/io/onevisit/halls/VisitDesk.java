package io.onevisit.halls;

import static io.onevisit.halls.HomeVisit.State.ACCEPTED;
import static io.onevisit.halls.HomeVisit.State.ASKED;
import static io.onevisit.halls.HomeVisit.State.ASSIGNED;
import static io.onevisit.halls.HomeVisit.State.UNDER_WAY;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.halls.HomeVisit.State;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上门服务 at the officers' desk: given to one of them, agreed, done or not possible; whoever asked is told each time. */
@Component
class VisitDesk {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final HomeVisitRows rows;
    private final Regions regions;
    private final Accounts accounts;
    private final HallNotices notices;
    private final Clock time;

    VisitDesk(HomeVisitRows rows, Regions regions, Accounts accounts, HallNotices notices, Clock time) {
        this.rows = rows;
        this.regions = regions;
        this.accounts = accounts;
        this.notices = notices;
        this.time = time;
    }

    List<HomeVisit> within(Account officer, boolean over) {
        return rows.within(Reach.of(officer), officer.username(), over, SHOWN);
    }

    /** One as officers see it; a 404 problem out of their reach. */
    HomeVisit get(Account officer, String no) {
        return rows.find(no).filter(visit -> concerns(officer, visit)).orElseThrow(HomeVisitRows::unknown);
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
        visit.refuseUnless("安排", ASKED, ASSIGNED, ACCEPTED);
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
        visit.refuseUnless("约定时间", ASSIGNED, ACCEPTED);
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
        visit.refuseUnless("出发", ACCEPTED);
        rows.leave(no);
        tell(visit, "under-way", "帮办人员已出发", "%s已出发前往，请留意接听电话；上门时会出示工作证件，不收任何费用。".formatted(officer.name()));
    }

    @Transactional
    void done(Account officer, String no, String outcome) {
        var visit = locked(officer, no);
        refuseOther(officer, visit);
        visit.refuseUnless("办完", ACCEPTED, UNDER_WAY);
        HomeVisits.refuseBlank(outcome, "outcome", "请写明办了什么。");
        rows.end(no, State.DONE, outcome.strip(), time.instant());
        tell(visit, "ended", "上门服务已办完", outcome.strip());
    }

    @Transactional
    void giveUp(Account officer, String no, String why) {
        var visit = locked(officer, no);
        visit.refuseUnless("办理", ASKED, ASSIGNED, ACCEPTED, UNDER_WAY);
        HomeVisits.refuseBlank(why, "outcome", "请写明为什么不能上门办理，以及本人可以怎么办。");
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
}
