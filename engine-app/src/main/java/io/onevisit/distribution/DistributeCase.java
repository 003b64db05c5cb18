package io.onevisit.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.RuleRecords;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.DecisionListener;
import io.onevisit.engine.Decisions;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.identity.Account;
import io.onevisit.processes.ItemHandling.Variables;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives an accepted case to a unit, as the decision {@code case-distribution} of the province or the city says. */
@Component
class DistributeCase implements PlatformStep {

    static final String DECISION = "case-distribution";

    private final Cases cases;
    private final Regions regions;
    private final Decisions decisions;
    private final RuleRecords records;
    private final Units units;
    private final FirstResponsible responsible;
    private final Distributions distributions;
    private final ObjectMapper json;
    private final Clock time;

    DistributeCase(
            Cases cases,
            Regions regions,
            Decisions decisions,
            RuleRecords records,
            Units units,
            FirstResponsible responsible,
            Distributions distributions,
            ObjectMapper json,
            Clock time) {
        this.cases = cases;
        this.regions = regions;
        this.decisions = decisions;
        this.records = records;
        this.units = units;
        this.responsible = responsible;
        this.distributions = distributions;
        this.json = json;
        this.time = time;
    }

    @Override
    public String name() {
        return "distributeCase";
    }

    /** A case that was given to people before stays with them. */
    @Override
    public void run(StepContext context) {
        var file = cases.get(context.businessKey());
        var given = distributions.current(file.caseNo()).orElseGet(() -> give(file, context.activityId()));
        context.set(Variables.APPROVER_GROUP, given.groupName());
    }

    private Distribution give(CaseFile file, String activity) {
        var named = units.atLevel(file.handlingLevel(), file.department(), file.region());
        var own = named.orElseGet(() -> units.standingFor(file.department(), file.region()));
        var citywide = named.isEmpty() && units.citywide(file);
        var earlier = responsible.of(file, own, citywide);
        var facts = facts(file, own, citywide, earlier);
        facts.put("handlingLevel", named.isPresent() ? file.handlingLevel() : "");
        facts.put("handlingReason", file.handlingReason());
        var city = RegionCode.of(file.region()).city();
        var outcome = decisions.evaluate(DECISION, city, facts);
        if (outcome.rows().isEmpty()) {
            throw new IllegalStateException(
                    "决策“%s”没有一条规则适用于办件 %s（部门 %s），无法分发。请补充规则后重试。".formatted(DECISION, file.caseNo(), file.department()));
        }
        var row = outcome.rows().get(0);
        var reason = String.valueOf(row.get("reason"));
        var unit = String.valueOf(row.get("unit"));
        var kept = earlier.filter(officer -> unit.equals("EARLIER"));
        var given = new Distribution(
                file.caseNo(),
                1,
                file.department(),
                String.valueOf(row.get(Variables.APPROVER_GROUP)),
                kept.map(Account::region)
                        .orElseGet(() -> unit.equals("LEAST_LOADED") ? units.leastLoaded(file.department(), own) : own),
                kept.map(Account::username).orElse(null),
                reason,
                outcome.rules().get(0),
                outcome.version(),
                text(facts),
                "BY_RULE",
                "平台",
                time.instant());
        distributions.add(given);
        records.decided(
                file.caseNo(),
                activity,
                DECISION,
                outcome.version(),
                List.of(new DecisionListener.Rule(outcome.rules().get(0), reason, row)),
                facts);
        return given;
    }

    private Map<String, Object> facts(CaseFile file, String own, boolean citywide, Optional<Account> earlier) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("itemCode", file.itemCode());
        facts.put("department", file.department());
        facts.put("region", file.region());
        facts.put("level", regions.find(file.region()).map(r -> r.level()).orElse(""));
        facts.put("handlingMode", file.mode());
        facts.put("citywide", citywide);
        facts.put("earlierOfficer", earlier.isPresent());
        facts.put("officeHours", units.open(file.department(), own));
        facts.put("openElsewhere", citywide && units.openElsewhere(file.department(), own));
        facts.put("load", units.load(file.department(), own));
        return facts;
    }

    private String text(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision's facts cannot be written", e);
        }
    }
}
