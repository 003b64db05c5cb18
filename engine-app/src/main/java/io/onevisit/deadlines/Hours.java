package io.onevisit.deadlines;

import java.util.List;

/**
 * One stretch of office hours of a day.
 *
 * @param from second of the day at which work begins
 * @param to second of the day at which it ends
 */
record Hours(int from, int to) {

    static final List<Hours> NONE = List.of();

    Hours {
        if (from < 0 || to > 86_400 || from >= to) throw new IllegalArgumentException("办公时间有误：" + from + "-" + to);
    }

    /** Reads {@code 09:00-17:00}. */
    static Hours parse(String text) {
        if (!text.matches("\\s*\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}\\s*"))
            throw new IllegalArgumentException("办公时间应写作 09:00-17:00：" + text);
        var ends = text.split("-");
        return new Hours(second(ends[0]), second(ends[1]));
    }

    static int seconds(List<Hours> day) {
        return day.stream().mapToInt(h -> h.to - h.from).sum();
    }

    private static int second(String time) {
        var parts = time.trim().split(":");
        return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60;
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 3600, from / 60 % 60, to / 3600, to / 60 % 60);
    }
}
