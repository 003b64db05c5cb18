package io.onevisit.elapsed;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.bundles.Bundles;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.ItemRules;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The promised limit of a whole 新生儿出生一件事. */
@PlatformTest
class BundleLimitsTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Bundles bundles;

    @Autowired
    Clocks clocks;

    @Autowired
    BundleLimits limits;

    @Autowired
    MutableClock time;

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theLongestChainIsPromisedAndItsClockRunsFromTheFirstAcceptanceToTheLastEnd() {
        time.setTo(Instant.parse("2026-03-12T02:00:00Z"));
        var opened = applications.open(new Applications.Request(
                "newborn",
                "新生儿出生一件事",
                bundles.edition("newborn").number(),
                "430100",
                Filing.OWNER,
                "测试人",
                Filing.ID_NO,
                Map.of(),
                Map.of(),
                items()));
        var no = opened.application().applicationNo();
        var limit = limits.of(opened.application(), cases.ofApplication(no)).orElseThrow();

        assertThat(limit.items()).containsExactly("出生登记", "社会保障卡申领");
        assertThat(limit.days()).isEqualTo(8);
        assertThat(limit.text()).isEqualTo("出生登记 → 社会保障卡申领 须依次办理，合计 8 个工作日；其他事项同时办理，不另外增加时间。");
        assertThat(limit.dueAt()).isNull();

        var first = opened.cases().get("vaccinationRecord").caseNo();
        accept(first);
        assertThat(limits.of(opened.application(), cases.ofApplication(no))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo("2026-03-24T02:00:00Z");

        opened.cases().values().forEach(file -> {
            assertThat(clocks.running(no, ClockKind.BUNDLE)).isPresent();
            cases.move(file.caseNo(), CaseState.RETURNED, "平台", "", "");
        });
        assertThat(clocks.running(no, ClockKind.BUNDLE)).isEmpty();
    }

    private void accept(String no) {
        cases.move(no, CaseState.RECEIVED, "平台", "", "");
        cases.move(no, CaseState.ACCEPTED, "平台", "", "");
        cases.move(no, CaseState.UNDER_REVIEW, "平台", "", "");
    }

    private static Map<String, ServiceItem> items() {
        var items = new LinkedHashMap<String, ServiceItem>();
        items.put("birthRegistration", item("出生登记", 3));
        items.put("socialSecurityCard", item("社会保障卡申领", 5));
        items.put("vaccinationRecord", item("预防接种证", 4));
        return items;
    }

    private static ServiceItem item(String name, int days) {
        return new ServiceItem(
                "promise-" + days,
                "430000",
                1,
                name,
                "promise",
                "promise",
                "公共服务",
                days,
                days,
                LimitUnit.WORKING_DAY,
                CountingRule.EXACT_TIME,
                Handling.listed(HandlingMode.NATIVE),
                Optional.empty(),
                List.of(),
                ItemRules.PLAIN);
    }
}
