package io.onevisit.deadlines;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The working calendar that counts in a region: its own, else its city's, else the province's. */
@Component
public class Calendars {

    private final CalendarStore store;
    private final Map<CalendarStore.Key, WorkingCalendar> editions = new ConcurrentHashMap<>();

    Calendars(CalendarStore store) {
        this.store = store;
    }

    public Optional<WorkingCalendar> find(String region) {
        return key(region).map(this::edition);
    }

    /** The newest edition of the calendar that counts in a region. */
    Optional<CalendarStore.Key> key(String region) {
        var code = RegionCode.of(region);
        return code.isWellFormed() ? store.newest(code.lineage()) : Optional.empty();
    }

    public WorkingCalendar of(String region) {
        return find(region)
                .orElseThrow(() -> Problem.conflict("calendar-none", "没有地区 " + region + " 的工作日历，也没有上级地区的，请先公布工作日历。"));
    }

    /**
     * The newest edition of a calendar, where a year that the given one counts provisionally is published in it; otherwise
     * the given one: any other change reaches running clocks only by an explicit re-base.
     */
    CalendarStore.Key resolving(CalendarStore.Key any) {
        return store.newest(List.of(any.region()))
                .filter(newest -> !resolved(any, newest).isEmpty())
                .orElse(any);
    }

    /** Years that are provisional in one edition and published in another. */
    Set<Integer> resolved(CalendarStore.Key in, CalendarStore.Key by) {
        if (in.equals(by)) return Set.of();
        var years = new TreeSet<>(edition(by).published());
        years.removeAll(edition(in).published());
        years.removeIf(year -> !edition(in).holds(year));
        return years;
    }

    WorkingCalendar edition(CalendarStore.Key key) {
        return editions.computeIfAbsent(key, k -> new WorkingCalendar(k.region(), k.edition(), store.years(k)));
    }
}
