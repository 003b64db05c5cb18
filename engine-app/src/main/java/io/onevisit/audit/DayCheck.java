package io.onevisit.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifies the audit a day at a time, so that whoever asks for years sees how far it is. */
@Component
class DayCheck {

    private final JdbcClient sql;
    private final ChainCheck chains;
    private final AnchorCheck anchors;
    private final AnchorFiles files;

    DayCheck(JdbcClient sql, ChainCheck chains, AnchorCheck anchors, AnchorFiles files) {
        this.sql = sql;
        this.chains = chains;
        this.anchors = anchors;
        this.files = files;
    }

    /**
     * @param anchors how many signed anchors the day has
     * @param findings what is wrong with the anchors themselves
     */
    record Day(LocalDate day, boolean holds, int anchors, List<String> findings, List<Region> regions) {}

    /**
     * @param entries rows there are
     * @param sealed how many of them, and of those that are gone, were sealed
     * @param unsealed rows that are not in the chain yet
     * @param firstBreak {@code null} where the chain holds
     */
    record Region(String region, long entries, long sealed, long unsealed, Break firstBreak) {}

    /** The days that have entries or anchors, here or copied out, in order. */
    List<LocalDate> days(LocalDate from, LocalDate until) {
        var days = new TreeSet<>(files.days());
        days.addAll(sql.sql(
                        """
                        with recursive known (day) as (
                            (select day from audit_entry where day >= :from order by day limit 1)
                            union all
                            select (select day from audit_entry where day > known.day order by day limit 1)
                            from known where known.day is not null)
                        select day from known where day is not null
                        union select distinct (at at time zone 'Asia/Shanghai')::date from audit_anchor""")
                .param("from", from)
                .query(LocalDate.class)
                .list());
        return days.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                .toList();
    }

    Day check(LocalDate day) {
        var found = anchors.of(day);
        var counted = new TreeMap<String, Counts>();
        count(day, counted);
        found.signed().keySet().forEach(region -> counted.computeIfAbsent(region, none -> new Counts(0, 0, 0)));
        var regions = new ArrayList<Region>();
        counted.forEach((region, counts) -> regions.add(new Region(
                region,
                counts.entries,
                counts.sealed,
                counts.unsealed,
                chains.firstBreak(new Chain(region, day), found.signed().getOrDefault(region, Map.of()))
                        .orElse(null))));
        var holds = found.findings().isEmpty() && regions.stream().allMatch(region -> region.firstBreak == null);
        return new Day(day, holds, found.anchors(), found.findings(), regions);
    }

    private void count(LocalDate day, Map<String, Counts> counted) {
        sql.sql(
                        """
                        select region, sum(entries), sum(sealed), sum(unsealed) from (
                            select e.region, count(*) as entries, 0::bigint as sealed,
                                   count(*) filter (where s.entry_id is null) as unsealed
                            from audit_entry e left join audit_seal s on s.month = e.month and s.entry_id = e.id
                            where e.month = :month and e.day = :day group by e.region
                            union all
                            select region, 0, count(*), 0 from audit_seal
                            where month = :month and day = :day group by region) counts
                        group by region""")
                .param("month", day.withDayOfMonth(1))
                .param("day", day)
                .query(row -> {
                    counted.put(row.getString(1), new Counts(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
    }

    private record Counts(long entries, long sealed, long unsealed) {}
}
