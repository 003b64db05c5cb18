package io.onevisit.deadlines;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Where a year's plan of days off is published. */
public final class CalendarDesk {

    private final CalendarPublishing publishing;
    private final CalendarStore store;

    public CalendarDesk(ApplicationContext platform) {
        publishing = platform.getBean(CalendarPublishing.class);
        store = platform.getBean(CalendarStore.class);
    }

    /** Publishes next year with a week off after New Year. @return how many clocks were counted anew */
    public int publishNextYear(String region) {
        var year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1;
        var newest = store.newest(List.of(region)).orElseThrow();
        var pattern = store.years(newest).get(0);
        var off = new HashSet<LocalDate>();
        for (var day = 1; day <= 7; day++) {
            off.add(LocalDate.of(year, 1, day));
        }
        var plan = new YearPlan(year, true, "压力测试", pattern.hours(), off, Set.of(), Map.of());
        return publishing
                .publish(region, plan, CalendarAuthor.PLATFORM)
                .recounted()
                .size();
    }
}
