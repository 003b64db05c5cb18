package io.onevisit.operations;

import io.onevisit.operations.Footprint.ClockFace;
import io.onevisit.operations.Line.Effect;
import io.onevisit.operations.Line.Sort;
import io.onevisit.processes.Topics;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What lies between two footprints, in sentences. */
final class Consequences {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    /** From here on an instant stands for “not for now”. */
    private static final Instant NOT_FOR_NOW = Instant.parse("2900-01-01T00:00:00Z");

    private final Footprint before;
    private final Footprint after;
    private final List<Effect> effects = new ArrayList<>();

    private Consequences(Footprint before, Footprint after) {
        this.before = before;
        this.after = after;
    }

    /** @param held labels of what was held back */
    static List<Effect> between(Footprint before, Footprint after, List<String> held) {
        var between = new Consequences(before, after);
        between.states();
        between.tasks();
        between.clocks();
        between.alarms();
        between.outward();
        between.incidents();
        held.forEach(one -> between.add(Sort.HELD, "不再发出：" + one));
        return List.copyOf(between.effects);
    }

    private void states() {
        after.states().forEach((no, state) -> {
            var was = before.states().get(no);
            if (was != state) {
                add(Sort.STATE, "办件 %s 由“%s”变为“%s”".formatted(no, was.label(), state.label()));
            }
        });
        if (!before.stage().equals(after.stage())) {
            add(Sort.STATE, "申报进展变为“%s”".formatted(after.stage()));
        }
    }

    private void tasks() {
        before.tasks().forEach((id, name) -> {
            if (!after.tasks().containsKey(id)) add(Sort.TASK, "收回待办“%s”".formatted(name));
        });
        after.tasks().forEach((id, name) -> {
            if (!before.tasks().containsKey(id)) add(Sort.TASK, "新增待办“%s”".formatted(name));
        });
    }

    private void clocks() {
        after.ledger().forEach((key, act) -> {
            if (!before.ledger().containsKey(key)) add(Sort.CLOCK, "时限台账新增一条：" + act(act));
        });
        after.clocks().forEach((key, face) -> clock(before.clocks().get(key), face));
    }

    private void clock(ClockFace was, ClockFace is) {
        if (was == null || was.equals(is)) {
            return;
        }
        if (!was.stopped() && is.stopped()) add(Sort.CLOCK, "停止计时");
        if (was.stopped() && !is.stopped()) add(Sort.CLOCK, "恢复计时");
        if (!was.finished() && is.finished()) add(Sort.CLOCK, "结束计时");
        moved("承诺时限（黄牌）", was.yellowAt(), is.yellowAt());
        moved("法定时限（红牌）", was.redAt(), is.redAt());
    }

    private void moved(String what, Instant was, Instant is) {
        if (!Objects.equals(was, is)) {
            add(Sort.CLOCK, "%s由 %s 变为 %s".formatted(what, instant(was), instant(is)));
        }
    }

    private void alarms() {
        before.alarms().forEach((timer, due) -> {
            if (!after.alarms().containsKey(timer)) add(Sort.ALARM, "不再等待%s".formatted(light(timer)));
        });
        after.alarms().forEach((timer, due) -> {
            var was = before.alarms().get(timer);
            if (was == null) add(Sort.ALARM, "按时限台账设定%s：%s".formatted(light(timer), instant(due)));
            else if (!was.equals(due))
                add(Sort.ALARM, "%s由 %s 改为 %s".formatted(light(timer), instant(was), instant(due)));
        });
    }

    private void outward() {
        after.calls().forEach((id, call) -> {
            if (before.calls().containsKey(id)) {
                return;
            }
            switch (call.topic()) {
                case Topics.NOTIFY_APPLICANT -> add(Sort.NOTICE, "将通知申请人：" + call.activity());
                case Topics.DEPARTMENT_HANDOFF -> add(Sort.HANDOFF, "将交部门系统办理：" + call.activity());
                case Topics.LICENSE_ISSUE -> add(Sort.LICENSE, "将制发证照：" + call.activity());
                default -> add(Sort.TASK, "交平台处理：" + call.activity());
            }
        });
        after.notices().forEach((id, title) -> {
            if (!before.notices().containsKey(id)) add(Sort.NOTICE, "发出通知“%s”".formatted(title));
        });
        after.handoffs().forEach((key, kind) -> {
            if (!before.handoffs().containsKey(key)) add(Sort.HANDOFF, "新增部门交办消息 " + key);
        });
    }

    private void incidents() {
        before.incidents().forEach((id, activity) -> {
            if (!after.incidents().containsKey(id)) add(Sort.INCIDENT, "异常“%s”解除".formatted(activity));
        });
        after.incidents().forEach((id, activity) -> {
            if (!before.incidents().containsKey(id)) add(Sort.INCIDENT, "出现异常“%s”".formatted(activity));
        });
    }

    private void add(Sort sort, String text) {
        effects.add(new Effect(sort, text));
    }

    private static String act(String entry) {
        var parts = entry.split(" ");
        var days = parts.length > 1 ? " %s 天".formatted(parts[1]) : "";
        return switch (parts[0]) {
            case "STARTED" -> "开始计时";
            case "STOPPED" -> "停止计时";
            case "RESUMED" -> "恢复计时";
            case "EXTENDED" -> "延期" + days;
            case "SPECIAL_PROCEDURE_STARTED" -> "特别程序开始" + days;
            case "SPECIAL_PROCEDURE_ENDED" -> "特别程序结束";
            case "FINISHED" -> "结束计时";
            case "CALLED_OFF" -> "撤销计时";
            default -> parts[0];
        };
    }

    private static String light(String timer) {
        var element = timer.substring(timer.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return element.startsWith("blue")
                ? "预警提醒"
                : element.startsWith("yellow") ? "黄牌提醒" : element.startsWith("red") ? "红牌提醒" : "到期提醒";
    }

    private static String instant(Instant at) {
        return Optional.ofNullable(at)
                .filter(known -> known.isBefore(NOT_FOR_NOW))
                .map(MINUTE::format)
                .orElse("暂不计算");
    }
}
