package io.onevisit.distribution;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.processes.Groups;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A department's units, one per division where it has approvers, and how much each has to do. */
@Component
class Units {

    private static final int COUNTED_AT_MOST = 500;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Clock time;

    Units(JdbcClient sql, Accounts accounts, Clock time) {
        this.sql = sql;
        this.accounts = accounts;
        this.time = time;
    }

    /** The divisions in which the department has somebody who may decide. */
    List<String> of(String department) {
        return accounts.regionsOf(Role.APPROVER, department);
    }

    /** Where a case of this division may be sent by hand: its own unit, those of its city and the province's. */
    List<String> choices(String department, String own) {
        var here = RegionCode.of(own);
        return Stream.concat(Stream.of(own), of(department).stream())
                .distinct()
                .filter(region ->
                        here.inSameCityAs(region) || RegionCode.of(region).isProvince())
                .toList();
    }

    /** Whether any unit of the city may handle the item: its element 通办范围 is not 0 (不通办). */
    boolean citywide(String item, int edition) {
        return sql.sql(
                        """
                        select handle_area <> '0'
                        from service_item i where code = ? and edition = ? limit 1""")
                .params(item, edition)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The unit of the city with the least to do; the own one where none has less. */
    String leastLoaded(String department, String own) {
        var here = RegionCode.of(own);
        return of(department).stream()
                .filter(here::inSameCityAs)
                .min(Comparator.<String>comparingDouble(region -> load(department, region))
                        .thenComparing(region -> region.equals(own) ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(own);
    }

    /**
     * What waits in a unit: each open task counts 1, 2 with less than three days left, 3 with less than one, 4 when overdue.
     * Beyond {@value #COUNTED_AT_MOST} tasks more make no difference.
     */
    int load(String department, String region) {
        var now = time.instant();
        return sql.sql(
                        """
                        select coalesce(sum(case when due < :now then 4 when due < :day then 3 when due < :threeDays then 2
                            else 1 end), 0)
                        from (select yellow_at as due from work_item where candidate = :group and region = :region
                            and ended_at is null and case_no is not null limit :most) w""")
                .param("now", Timestamp.from(now))
                .param("day", Timestamp.from(now.plus(Duration.ofDays(1))))
                .param("threeDays", Timestamp.from(now.plus(Duration.ofDays(3))))
                .param("group", Groups.ofDepartment(department))
                .param("region", region)
                .param("most", COUNTED_AT_MOST)
                .query(Integer.class)
                .single();
    }
}
