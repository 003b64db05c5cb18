package io.onevisit.halls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.Regions;
import io.onevisit.distribution.WeekHours;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The halls as those keep them who watch over their region: address, hours, what they serve, and at which windows. */
@Component
class HallBook {

    private static final Pattern CODE = Pattern.compile("\\d{6}-\\d{2}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final Pattern LETTER = Pattern.compile("[A-Z]");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_PLACES = 200;
    private static final int MOST_MINUTES = 240;

    private final JdbcClient sql;
    private final Halls halls;
    private final Windows windows;
    private final Regions regions;
    private final HallSignals signals;
    private final ObjectMapper json;
    private final Clock time;

    HallBook(
            JdbcClient sql,
            Halls halls,
            Windows windows,
            Regions regions,
            HallSignals signals,
            ObjectMapper json,
            Clock time) {
        this.sql = sql;
        this.halls = halls;
        this.windows = windows;
        this.regions = regions;
        this.signals = signals;
        this.json = json;
        this.time = time;
    }

    List<Kept> of(Account officer) {
        return halls.within(officer.region()).stream().map(this::kept).toList();
    }

    /** Makes or changes a hall; refused where somebody changed it since, or where something in use would go. */
    @Transactional
    Kept keep(Account officer, String code, Wanted wanted) {
        refuseElsewhere(officer, code, wanted);
        refuseFaults(wanted);
        var week = wanted.hours() == null ? null : WeekHours.read(wanted.hours());
        var edition = sql.sql("select edition from hall where code = ? for update")
                .param(code)
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (edition != wanted.edition()) {
            throw Problem.conflict("hall-changed", edition == 0 ? "没有找到这个大厅，请刷新后重试。" : "这个大厅刚刚被修改过，请刷新后再改。");
        }
        sql.sql(
                        """
                        insert into hall (code, name, region, address, phone, hours, edition, changed_at, changed_by)
                        values (:code, :name, :region, :address, :phone, cast(:hours as jsonb), 1, :now, :who)
                        on conflict (code) do update set name = :name, address = :address, phone = :phone,
                            hours = cast(:hours as jsonb), edition = hall.edition + 1, changed_at = :now, changed_by = :who""")
                .param("code", code)
                .param("name", wanted.name().strip())
                .param("region", code.substring(0, 6))
                .param("address", wanted.address().strip())
                .param("phone", wanted.phone().strip())
                .param("hours", week == null ? null : written(week))
                .param("now", Timestamp.from(time.instant()))
                .param("who", officer.username())
                .update();
        keepWindows(code, wanted);
        keepServices(code, wanted);
        signals.changed(code);
        return kept(halls.get(code));
    }

    private void keepServices(String code, Wanted wanted) {
        var stay = wanted.services().stream().map(Hall.Service::code).toArray(String[]::new);
        sql.sql(
                        """
                        select s.name from hall_service s where s.hall = ? and s.code <> all (?)
                            and (exists (select from hall_ticket t where t.hall = s.hall and t.service = s.code)
                                or exists (select from appointment a where a.hall = s.hall and a.service = s.code)) limit 1""")
                .params(code, stay)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw Problem.conflict("service-used", "“%s”已有票号或者预约，不能删除；可以把可预约数改为 0，并从各窗口去掉。".formatted(name));
                });
        sql.sql("delete from hall_service where hall = ? and code <> all (?)")
                .params(code, stay)
                .update();
        // Letters may change places: none may meet its old holder on the way.
        sql.sql("update hall_service set letter = chr(200 + position) where hall = ?")
                .param(code)
                .update();
        var position = 0;
        for (var service : wanted.services()) {
            sql.sql(
                            """
                            insert into hall_service (hall, code, name, letter, minutes, bookable, position)
                            values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (hall, code) do update set name = excluded.name, letter = excluded.letter,
                                minutes = excluded.minutes, bookable = excluded.bookable, position = excluded.position""")
                    .params(
                            code,
                            service.code(),
                            service.name().strip(),
                            service.letter(),
                            service.minutes(),
                            service.bookable(),
                            position++)
                    .update();
        }
    }

    /** A window at which somebody sits goes on as it is called and serves; it can't be taken away. */
    private void keepWindows(String code, Wanted wanted) {
        var stay = wanted.windows().stream().map(Counter::no).collect(Collectors.toSet());
        for (var window : windows.locked(code)) {
            if (!stay.contains(window.no())) {
                if (window.state() != WindowState.CLOSED) {
                    throw Problem.conflict("window-open", "%s正在使用，请先关闭再删除。".formatted(window.called()));
                }
                sql.sql("delete from hall_window where hall = ? and no = ?")
                        .params(code, window.no())
                        .update();
            }
        }
        for (var window : wanted.windows()) {
            sql.sql(
                            """
                            insert into hall_window (hall, no, name, services) values (?, ?, ?, ?)
                            on conflict (hall, no) do update set name = excluded.name, services = excluded.services""")
                    .params(
                            code,
                            window.no(),
                            window.name().strip(),
                            window.services().toArray(String[]::new))
                    .update();
        }
    }

    private void refuseElsewhere(Account officer, String code, Wanted wanted) {
        if (!CODE.matcher(code).matches()
                || !Reach.of(officer).holds(code.substring(0, 6))
                || regions.find(code.substring(0, 6)).isEmpty()) {
            throw wanted.edition() == 0 && !CODE.matcher(code).matches()
                    ? wrong("code", "大厅编码由六位区划代码、短横线和两位序号组成，例如 430102-01。")
                    : Problem.notFound("hall-unknown", "没有找到这个政务大厅，或它不在您管辖的地区。");
        }
    }

    private static void refuseFaults(Wanted wanted) {
        text(wanted.name(), "name", "请填写大厅名称", LONGEST_NAME);
        text(wanted.address(), "address", "请填写大厅地址", LONGEST_ADDRESS);
        text(wanted.phone(), "phone", "请填写咨询电话", LONGEST_NAME);
        if (wanted.services() == null || wanted.services().isEmpty()) {
            throw wrong("services", "请至少填写一项业务。");
        }
        var letters = new HashSet<String>();
        var codes = new HashSet<String>();
        for (var service : wanted.services()) {
            text(service.name(), "services", "请填写业务名称", LONGEST_NAME);
            if (service.code() == null || !KEY.matcher(service.code()).matches() || !codes.add(service.code())) {
                throw wrong("services", "“%s”的代码应为小写字母和短横线，且不重复。".formatted(service.name()));
            }
            if (service.letter() == null
                    || !LETTER.matcher(service.letter()).matches()
                    || !letters.add(service.letter())) {
                throw wrong("services", "“%s”的票号字母应为一个大写字母，且不重复。".formatted(service.name()));
            }
            if (service.minutes() < 1 || service.minutes() > MOST_MINUTES) {
                throw wrong("services", "“%s”每件所需时间应为 1 至 %d 分钟。".formatted(service.name(), MOST_MINUTES));
            }
            if (service.bookable() < 0 || service.bookable() > MOST_PLACES) {
                throw wrong("services", "“%s”每半小时可预约数应为 0 至 %d。".formatted(service.name(), MOST_PLACES));
            }
        }
        var numbers = new HashSet<Integer>();
        for (var window : wanted.windows() == null ? List.<Counter>of() : wanted.windows()) {
            text(window.name(), "windows", "请填写窗口名称", LONGEST_NAME);
            if (window.no() < 1 || !numbers.add(window.no())) {
                throw wrong("windows", "窗口号应为正整数，且不重复。");
            }
            if (window.services() == null || window.services().isEmpty() || !codes.containsAll(window.services())) {
                throw wrong("windows", "%d 号窗口请选择办理的业务。".formatted(window.no()));
            }
        }
        if (numbers.isEmpty()) {
            throw wrong("windows", "请至少填写一个窗口。");
        }
    }

    private static void text(String text, String field, String missing, int longest) {
        if (text == null || text.isBlank() || text.strip().length() > longest) {
            throw wrong(field, "%s，不超过 %d 个字。".formatted(missing, longest));
        }
    }

    private static Problem wrong(String field, String sentence) {
        return Problem.invalid("hall-invalid", sentence).with("field", field);
    }

    private Kept kept(Hall hall) {
        record Change(int edition, Timestamp at, String who) {}
        var change = sql.sql(
                        """
                        select h.edition, h.changed_at as at, coalesce(p.name, h.changed_by) as who
                        from hall h left join account p on p.username = h.changed_by where h.code = ?""")
                .param(hall.code())
                .query(Change.class)
                .single();
        return new Kept(
                HallView.of(hall),
                windows.of(hall.code()).stream()
                        .map(window -> new Counter(window.no(), window.name(), window.services()))
                        .toList(),
                change.edition(),
                change.at() == null ? null : change.at().toInstant(),
                change.who());
    }

    private String written(WeekHours week) {
        try {
            return json.writeValueAsString(week.written());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param edition grows with each change
     * @param changedBy name of whoever changed it last, {@code null} for as it came with the release
     */
    record Kept(HallView.One hall, List<Counter> windows, int edition, Instant changedAt, String changedBy) {}

    /** A window as it is planned. */
    record Counter(int no, String name, List<String> services) {}

    /**
     * @param hours {@code null} for those of the region's calendar
     * @param edition the one that was changed, 0 for a new hall
     */
    record Wanted(
            String name,
            String address,
            String phone,
            Map<String, String> hours,
            List<Hall.Service> services,
            List<Counter> windows,
            int edition) {}
}
