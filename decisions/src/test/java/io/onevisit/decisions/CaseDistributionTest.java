package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseDistributionTest {

    private static final Decision decision = Decision.of("shared", "case-distribution");

    @ParameterizedTest
    @CsvSource({
        // department, level   , mode  , earlier, citywide, hours, open elsewhere, load, level named, group, unit,
        // reason
        "health      , COUNTY  , NATIVE, false  , false   , true , false, 0   , ''  , dept-health  , OWN         , 受理地的承办单位",
        "police      , CITY    , NATIVE, true   , true    , true , false, 99  , ''  , dept-police  , EARLIER     , 首接负责",
        "insurance   , PROVINCE, NATIVE, false  , true    , true , false, 99  , ''  , dept-insurance, OWN        , 省级",
        "health      , COUNTY  , NATIVE, false  , true    , true , false, 20  , ''  , dept-health  , LEAST_LOADED, 全市通办",
        "health      , COUNTY  , NATIVE, false  , true    , true , false, 19  , ''  , dept-health  , OWN         , 受理地的承办单位",
        "health      , COUNTY  , NATIVE, false  , false   , true , false, 99  , ''  , dept-health  , OWN         , 受理地的承办单位",
        "tax         , COUNTY  , NATIVE, false  , true    , false, true, 0   , ''  , dept-tax     , LEAST_LOADED, 正在办公",
        "tax         , COUNTY  , NATIVE, false  , true    , false, false, 99  , ''  , dept-tax     , OWN         , 非办公时间",
        "transport   , COUNTY  , NATIVE, false  , false   , true , false, 0   , CITY, dept-transport, OWN      , 危险货物",
        "transport   , COUNTY  , NATIVE, true   , false   , true , false, 0   , CITY, dept-transport, EARLIER  , 首接负责",
        "tax         , COUNTY  , NATIVE, true   , false   , false, false, 0   , ''  , dept-tax     , EARLIER     , 首接负责",
        "human-resources, CITY , PUSH  , true   , true    , true , false, 99  , ''  , dept-human-resources, OWN  , 部门业务系统",
        "human-resources, CITY , CHECK , false  , false   , true , false, 0   , ''  , dept-human-resources, OWN  , 部门业务系统",
    })
    void aCaseGoesWhereTheFirstFittingRuleSays(
            String department,
            String level,
            String mode,
            boolean earlier,
            boolean citywide,
            boolean hours,
            boolean openElsewhere,
            int load,
            String levelNamed,
            String group,
            String unit,
            String reason) {
        var facts = new HashMap<String, Object>(Map.of(
                "itemCode", "HN-WJ-0103",
                "region", "430102",
                "department", department,
                "level", level,
                "handlingMode", mode,
                "earlierOfficer", earlier,
                "citywide", citywide,
                "officeHours", hours,
                "openElsewhere", openElsewhere,
                "load", load));
        facts.put("handlingLevel", levelNamed);
        facts.put("handlingReason", "运输危险货物的由设区的市级部门许可");

        assertThat(decision.rows(facts)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("approverGroup", group).containsEntry("unit", unit);
            assertThat(row.get("reason")).asString().contains(reason);
        });
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
