package io.onevisit.cockpit;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits that items set for their links (环节时限); a link is named like the element that waits for it. */
@Component
class LinkFigures {

    private final JdbcClient sql;

    LinkFigures(JdbcClient sql) {
        this.sql = sql;
    }

    /** By name; names that no item in force has a limit for are missing. */
    Map<String, Limit> of(Collection<String> names) {
        return sql
                .sql(
                        """
                        select distinct on (name) name, unit, min(days) over same as least, max(days) over same as most
                        from (select l.name, l.unit, l.days, count(*) over (partition by l.name, l.unit) as items
                              from item_link l join service_item i using (code, region, edition)
                              where l.days is not null and i.status = 'IN_FORCE' and l.name = any (:names)) found
                        window same as (partition by name, unit)
                        order by name, items desc""")
                .param("names", names.toArray(String[]::new))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::name, found -> new Limit(found.unit, found.least, found.most)));
    }

    private record Named(String name, String unit, int least, int most) {}

    /**
     * @param unit {@code WORKING_DAY}, {@code CALENDAR_DAY} or {@code HOUR}; the one most items use
     * @param least the shortest of the items, {@code most} the longest
     */
    record Limit(String unit, int least, int most) {}
}
