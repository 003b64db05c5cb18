package io.onevisit.hotline;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.engine.Decisions;
import io.onevisit.processes.HotlineOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the dispatch rules would say, for the agent to see before an order is sent. */
@Component
class Dispatch {

    static final String DECISION = "hotline-dispatch";
    static final String LINE_OFFICE = "line-office";

    private final Decisions decisions;
    private final Catalogue catalogue;

    Dispatch(Decisions decisions, Catalogue catalogue) {
        this.decisions = decisions;
        this.catalogue = catalogue;
    }

    Proposal propose(String duty, String region) {
        var outcome = decisions.evaluate(DECISION, city(region), facts(duty, region));
        var unit = outcome.rows().isEmpty()
                ? LINE_OFFICE
                : String.valueOf(outcome.rows().get(0).get(HotlineOrder.Variables.UNIT));
        return new Proposal(unit, name(unit), reason(unit));
    }

    String name(String unit) {
        if (unit.isEmpty()) {
            return "";
        }
        return unit.equals(LINE_OFFICE) ? "热线办" : catalogue.departmentName(unit);
    }

    boolean knows(String unit) {
        return catalogue.departmentNames().containsKey(unit);
    }

    static Map<String, Object> facts(String duty, String region) {
        return Map.of(
                HotlineOrder.Variables.DUTY,
                duty,
                HotlineOrder.Variables.COUNTY,
                RegionCode.of(region).isBelowCity());
    }

    static String city(String region) {
        return RegionCode.of(region).city();
    }

    private static String reason(String unit) {
        return switch (unit) {
            case LINE_OFFICE -> "职责不清又不在区县，由热线办会商定责";
            case "district" -> "属地管理或者职责不清，先派属地区县";
            default -> "派单目录列明由该单位承办";
        };
    }

    record Proposal(String unit, String unitName, String reason) {}
}
