package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.PlatformTest;
import io.onevisit.bundles.Guide;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases under way keep the edition they began with, whatever becomes of the item. */
@PlatformTest
class RunningCasesTest {

    private static final String HERE = "430102";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Editions editions;

    @Autowired
    Impact impact;

    @Autowired
    Guide guide;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Clock clock;

    @Test
    void theClockStopsAsTheEditionSaysThatTheCaseBeganWith() {
        sheets.load(Items.sheet("TR-0001", Map.of()), Catalogue.PROVINCE);
        var old = accepted("TR-0001");
        sheets.load(Items.sheet("TR-0001", Map.of("specialProcedures", "[]")), Catalogue.PROVINCE);
        var fresh = accepted("TR-0001");
        editions.change("TR-0001", 1, ItemStatus.WITHDRAWN, "停用", "分析员");

        cases.requestSupplement(old.caseNo(), "平台");
        cases.requestSupplement(fresh.caseNo(), "平台");

        assertThat(clocks.face(old.caseNo(), clock.instant()).stopped()).isTrue();
        assertThat(clocks.face(fresh.caseNo(), clock.instant()).stopped()).isFalse();
        assertThat(impact.of("TR-0001").uses())
                .extracting(ItemUse.Use::name, ItemUse.Use::count)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("在办件（第 1 版）", 1L),
                        org.assertj.core.groups.Tuple.tuple("在办件（第 2 版）", 1L));
    }

    @Test
    void aBundleThatJoinsTheItemIsNamed() {
        assertThat(impact.of("HN-GA-0201").uses()).extracting(ItemUse.Use::name).contains("新生儿出生一件事");
    }

    @Test
    void aSuspendedItemOfABundleIsNotOfferedAndSaysWhy() {
        var item = catalogue.item("HN-WJ-0104", HERE);
        editions.change(item.code(), item.edition(), ItemStatus.SUSPENDED, "系统升级", "分析员");
        try {
            assertThat(guide.items("newborn", Map.of("bornInProvince", "yes"), HERE))
                    .filteredOn(offer -> offer.item().code().equals(item.code()))
                    .singleElement()
                    .satisfies(offer -> {
                        assertThat(offer.applies()).isFalse();
                        assertThat(offer.reason()).endsWith("暂停办理：系统升级");
                    });
        } finally {
            editions.change(item.code(), item.edition(), ItemStatus.IN_FORCE, "", "分析员");
        }
    }

    private CaseFile accepted(String code) {
        var item = catalogue.item(code, HERE);
        var opened = applications.open(new Applications.Request(
                "test-bundle",
                "测试一件事",
                1,
                HERE,
                Filing.OWNER,
                "测试人",
                Filing.ID_NO,
                Map.of(),
                Map.of(),
                Map.of("testItem", item)));
        var file = opened.cases().get("testItem");
        for (var state : List.of(CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.UNDER_REVIEW)) {
            cases.move(file.caseNo(), state, "平台", "", "");
        }
        clocks.start(
                file.caseNo(),
                new Clocks.Terms(
                        item.promised(), item.statutory(), item.unit(), item.countingRule(), HERE, item.department()),
                clock.instant());
        return file;
    }
}
