package io.onevisit.halls;

import static io.onevisit.halls.HomeVisit.State.ACCEPTED;
import static io.onevisit.halls.HomeVisit.State.ASKED;
import static io.onevisit.halls.HomeVisit.State.ASSIGNED;

import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.halls.HomeVisit.Part;
import io.onevisit.halls.HomeVisit.State;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上门服务 as it is asked for: by whoever needs it, or by an officer for who telephones; and called off. */
@Component
class HomeVisits {

    private static final int SHOWN = 200;
    private static final int LONGEST = 500;

    private final JdbcClient sql;
    private final HomeVisitRows rows;
    private final Numbers numbers;
    private final Regions regions;
    private final Calendars calendars;
    private final HallNotices notices;
    private final HallsProperties rules;
    private final Clock time;

    HomeVisits(
            JdbcClient sql,
            HomeVisitRows rows,
            Numbers numbers,
            Regions regions,
            Calendars calendars,
            HallNotices notices,
            HallsProperties rules,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.numbers = numbers;
        this.regions = regions;
        this.calendars = calendars;
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
        visit.refuseUnless("取消", ASKED, ASSIGNED, ACCEPTED);
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

    static void refuseBlank(String text, String field, String sentence) {
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
