package io.onevisit.distribution;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When the units work, which distribution goes by: heads keep their department's hours, supervisors any of their region. */
@RestController
@RequestMapping("/api/distribution/hours")
class HoursController {

    private final Accounts accounts;
    private final UnitHours hours;
    private final Units units;
    private final Places places;
    private final Catalogue catalogue;
    private final Regions regions;

    HoursController(
            Accounts accounts, UnitHours hours, Units units, Places places, Catalogue catalogue, Regions regions) {
        this.accounts = accounts;
        this.hours = hours;
        this.units = units;
        this.places = places;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** The units of one department; a head's own, whatever was asked. */
    @GetMapping
    Page of(@RequestParam(defaultValue = "") String department) {
        var person = accounts.current();
        var departments = catalogue.departmentNames();
        var chosen = seesAll(person) ? department : person.department();
        return new Page(
                chosen,
                seesAll(person) ? departments : Map.of(chosen, catalogue.departmentName(chosen)),
                mayChange(person),
                departments.containsKey(chosen) ? listed(person, chosen) : List.of());
    }

    @PutMapping("/{department}/{region}")
    @Noted(value = Verb.CHANGE_HOURS, kind = Kind.UNIT, number = "#department + ' ' + #region")
    Page keep(@PathVariable String department, @PathVariable String region, @RequestBody Change change) {
        var person = accounts.current();
        if (!mayChange(person)) {
            throw Problem.forbidden("not-allowed", "只有监管人员和部门负责人可以规定办公时间。");
        }
        if (!Reach.of(person).holds(region)
                || !seesAll(person) && !department.equals(person.department())
                || regions.find(region).isEmpty()
                || !catalogue.departmentNames().containsKey(department)) {
            throw Problem.notFound("unit-unknown", "没有找到这个单位，或它不在您的管理范围内。");
        }
        var week = change.week() == null ? null : WeekHours.read(change.week());
        hours.keep(department, region, change.edition(), week, person.name());
        return of(department);
    }

    private List<Unit> listed(Account person, String department) {
        var scope = RegionCode.of(person.region());
        var own = hours.of(department);
        var shown = new TreeSet<String>(own.keySet());
        shown.addAll(units.of(department));
        shown.add(person.region());
        return shown.stream()
                .filter(scope::holds)
                .map(region -> {
                    var mine = own.get(region);
                    var holding = UnitHours.holding(own, region);
                    return new Unit(
                            region,
                            places.unit(department, region),
                            mine == null ? 0 : mine.edition(),
                            mine != null && mine.week() != null,
                            holding.map(one ->
                                            one.region().equals(region) ? null : places.unit(department, one.region()))
                                    .orElse(null),
                            holding.map(one -> one.week().written()).orElse(null),
                            hours.open(own, region),
                            mine == null ? null : mine.at(),
                            mine == null ? null : mine.who());
                })
                .toList();
    }

    private static boolean seesAll(Account person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.OPERATOR);
    }

    private static boolean mayChange(Account person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.HEAD);
    }

    record Page(String department, Map<String, String> departments, boolean mayChange, List<Unit> units) {}

    /**
     * @param own whether it has hours of its own
     * @param from the unit whose hours it inherits, {@code null} where they are its own or the calendar's
     * @param week by day, {@code null} where the calendar says the hours
     * @param open whether it works right now
     */
    record Unit(
            String region,
            String name,
            int edition,
            boolean own,
            String from,
            Map<String, String> week,
            boolean open,
            Instant changedAt,
            String changedBy) {}

    /** @param week by day; {@code null}: those of the division above hold again */
    record Change(int edition, Map<String, String> week) {}
}
