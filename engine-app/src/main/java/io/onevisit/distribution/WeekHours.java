package io.onevisit.distribution;

import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.problems.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of a week in which a unit or a hall works; a day without any is closed. */
public record WeekHours(Map<DayOfWeek, List<Stretch>> days) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String MARKS = "[、,，;；]";

    public record Stretch(LocalTime from, LocalTime to) {

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        @Override
        public String toString() {
            return from.format(TIME) + "-" + to.format(TIME);
        }
    }

    /** Reads hours as people write them (09:00-12:00、13:00-17:00); a 422 problem names the day that is wrong. */
    public static WeekHours read(Map<String, String> written) {
        var days = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
        written.forEach((name, text) -> {
            var day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("hours-invalid", "没有名为 %s 的星期。".formatted(name))
                            .with("field", name));
            var stretches = text == null || text.isBlank() ? List.<Stretch>of() : stretches(day, text);
            if (!stretches.isEmpty()) {
                days.put(day, stretches);
            }
        });
        if (days.isEmpty()) {
            throw Problem.invalid("hours-invalid", "请至少填写一天的办公时间；不再另行规定的，请恢复为上级的办公时间。")
                    .with("field", DayOfWeek.MONDAY.name());
        }
        return new WeekHours(days);
    }

    /** Whether it is open at an instant: holidays, make-up days and days with other hours are the calendar's for everybody. */
    public boolean open(WorkingCalendar calendar, Instant at) {
        var local = LocalDateTime.ofInstant(at, WorkingCalendar.ZONE);
        return switch (calendar.describe(local.toLocalDate()).kind()) {
            case HOLIDAY -> false;
            case MAKE_UP, SHORT -> calendar.open(at);
            case WORK, WEEKEND -> open(local.getDayOfWeek(), local.toLocalTime());
        };
    }

    boolean open(DayOfWeek day, LocalTime time) {
        return days.getOrDefault(day, List.of()).stream().anyMatch(stretch -> stretch.holds(time));
    }

    /** As {@link #read} takes it. */
    public Map<String, String> written() {
        var written = new java.util.LinkedHashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            if (days.containsKey(day)) {
                written.put(
                        day.name(),
                        days.get(day).stream().map(Stretch::toString).collect(Collectors.joining("、")));
            }
        }
        return written;
    }

    private static List<Stretch> stretches(DayOfWeek day, String text) {
        var stretches = new ArrayList<Stretch>();
        for (var part : text.split(MARKS)) {
            var ends = part.strip().split("\\s*[-—–~～至]\\s*");
            if (ends.length != 2) {
                throw wrong(day, "“%s”应写作 09:00-12:00、13:00-17:00".formatted(text.strip()));
            }
            var stretch = new Stretch(time(day, ends[0]), time(day, ends[1]));
            if (!stretch.from().isBefore(stretch.to())) {
                throw wrong(day, "“%s”的结束时间应晚于开始时间".formatted(part.strip()));
            }
            if (!stretches.isEmpty()
                    && stretch.from()
                            .isBefore(stretches.get(stretches.size() - 1).to())) {
                throw wrong(day, "“%s”的时间段重叠或者顺序有误".formatted(text.strip()));
            }
            stretches.add(stretch);
        }
        return stretches;
    }

    private static LocalTime time(DayOfWeek day, String text) {
        try {
            return LocalTime.parse(text.replace('：', ':').replaceFirst("^(\\d):", "0$1:"), TIME);
        } catch (DateTimeParseException e) {
            throw wrong(day, "“%s”不是时间，应写作 09:00".formatted(text));
        }
    }

    private static Problem wrong(DayOfWeek day, String sentence) {
        return Problem.invalid(
                        "hours-invalid",
                        "%s：%s。".formatted(day.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE), sentence))
                .with("field", day.name());
    }
}
