package io.onevisit.distribution;

import io.onevisit.cases.CaseFile;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.processes.Groups;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A department's units, one per division where it has approvers, and how much each has to do. */
@Component
class Units {

    private static final int COUNTED_AT_MOST = 500;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Regions regions;
    private final Catalogue catalogue;
    private final UnitHours hours;
    private final Clock time;

    Units(JdbcClient sql, Accounts accounts, Regions regions, Catalogue catalogue, UnitHours hours, Clock time) {
        this.sql = sql;
        this.accounts = accounts;
        this.regions = regions;
        this.catalogue = catalogue;
        this.hours = hours;
        this.time = time;
    }

    /** The divisions in which the department has somebody who may decide. */
    List<String> of(String department) {
        return accounts.regionsOf(Role.APPROVER, department);
    }

    /**
     * The division whose unit stands for another: a county's for its townships and villages, unless they have people of
     * their own, and the successor's for an abolished county.
     */
    String standingFor(String department, String region) {
        var today = LocalDate.ofInstant(time.instant(), WorkingCalendar.ZONE);
        var existing = regions.find(region)
                .filter(found -> !found.existsOn(today) && !found.successor().isEmpty())
                .map(Region::successor)
                .orElse(region);
        var code = RegionCode.of(existing);
        if (existing.equals(code.county())) {
            return existing;
        }
        var staffed = of(department);
        return code.lineage().stream()
                .filter(level -> staffed.contains(level) || level.equals(code.county()))
                .findFirst()
                .orElse(existing);
    }

    /** The unit of the named level that a division lies in; none where no level is named or nobody is there. */
    Optional<String> atLevel(String level, String department, String region) {
        if (level.isEmpty()) {
            return Optional.empty();
        }
        var staffed = of(department);
        return RegionCode.of(region).lineage().stream()
                .filter(staffed::contains)
                .filter(code -> regions.find(code)
                        .filter(found -> found.level().equals(level))
                        .isPresent())
                .findFirst();
    }

    /** Where a case of this division may be sent by hand: its own unit, those of its city and the province's. */
    List<String> choices(String department, String region) {
        var own = standingFor(department, region);
        var here = RegionCode.of(own);
        return Stream.concat(Stream.of(own), of(department).stream())
                .distinct()
                .filter(unit -> here.inSameCityAs(unit) || RegionCode.of(unit).isProvince())
                .toList();
    }

    /**
     * Whether any unit of the city may handle the case's item: 通办范围 is not 0 (不通办), as the edition that the case keeps
     * and its region say.
     */
    boolean citywide(CaseFile file) {
        return catalogue
                .findEdition(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt())
                .filter(item -> !item.rules().handleArea().equals("0"))
                .isPresent();
    }

    boolean open(String department, String region) {
        return hours.open(department, region);
    }

    /** Whether another unit of the city works right now. */
    boolean openElsewhere(String department, String own) {
        return working(department, own).anyMatch(region -> !region.equals(own));
    }

    /** The unit of the city that works now and has the least to do; the own one where none has less. */
    String leastLoaded(String department, String own) {
        return working(department, own)
                .min(Comparator.<String>comparingDouble(region -> load(department, region))
                        .thenComparing(region -> region.equals(own) ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(own);
    }

    private Stream<String> working(String department, String own) {
        var here = RegionCode.of(own);
        var known = hours.of(department);
        return of(department).stream().filter(here::inSameCityAs).filter(region -> hours.open(known, region));
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
