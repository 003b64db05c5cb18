package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which edition serves on which day, and that a case's own can always be read again. */
@PlatformTest
class EditionsTest {

    private static final String HERE = "430102";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Editions editions;

    @Autowired
    MutableClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theFirstEditionServesSinceEverAndReadsBackWhole() {
        load("TE-0001", Map.of("substantive", "true", "realNameLevel", "4", "faq", "无"));
        clock.setTo(Instant.parse("2011-01-01T00:00:00Z"));

        var item = catalogue.item("TE-0001", HERE);

        assertThat(item.edition()).isEqualTo(1);
        assertThat(item.region()).isEqualTo(Catalogue.PROVINCE);
        assertThat(item.promised()).isEqualTo(7);
        assertThat(item.rules().substantive()).isTrue();
        assertThat(item.rules().realNameLevel()).isEqualTo(4);
        assertThat(item.specialProcedure("补正")).hasValueSatisfying(procedure -> {
            assertThat(procedure.days()).isEqualTo(10);
            assertThat(procedure.kind()).isEqualTo("2");
        });
        assertThat(catalogue.materials("TE-0001", HERE))
                .extracting(material -> material.material().name())
                .containsExactly("申请书", "身份证明");
        assertThat(catalogue.materials("TE-0001", HERE).get(1).material().licenseTypes())
                .containsExactly("resident-id");
    }

    @Test
    void theSameSheetAgainIsNoNewEdition() {
        load("TE-0002", Map.of());
        load("TE-0002", Map.of());

        assertThat(editions.of("TE-0002")).hasSize(1);
    }

    @Test
    void aLaterEditionServesFromItsDayAndACaseKeepsItsOwn() {
        load("TE-0003", Map.of());
        load("TE-0003", Map.of("promised", "5", "effectiveFrom", "2199-01-01", "specialProcedures", "[]"));

        assertThat(catalogue.item("TE-0003", HERE).edition()).isEqualTo(1);

        clock.setTo(Instant.parse("2199-01-01T01:00:00Z"));
        assertThat(catalogue.item("TE-0003", HERE).promised()).isEqualTo(5);
        assertThat(catalogue.edition("TE-0003", HERE, 1).promised()).isEqualTo(7);
        assertThat(catalogue.edition("TE-0003", HERE, 1).specialProcedure("补正")).isPresent();
        assertThat(catalogue.item("TE-0003", HERE).specialProcedure("补正")).isEmpty();
    }

    @Test
    void aSuspendedItemIsClosedWithItsReasonAndOpensAgain() {
        load("TE-0004", Map.of());
        editions.change("TE-0004", 1, ItemStatus.SUSPENDED, "系统升级", "分析员");

        assertThatThrownBy(() -> catalogue.item("TE-0004", HERE)).hasMessage("事项“测试事项TE-0004”暂停办理：系统升级");
        assertThat(catalogue.offered("TE-0004", HERE).closed()).isPresent();

        editions.change("TE-0004", 1, ItemStatus.IN_FORCE, "", "分析员");
        assertThat(catalogue.item("TE-0004", HERE).edition()).isEqualTo(1);
    }

    @Test
    void aWithdrawnEditionLetsTheOneBeforeServeAgainAndRunningCasesKeepIt() {
        load("TE-0005", Map.of());
        load("TE-0005", Map.of("promised", "3"));
        assertThat(catalogue.item("TE-0005", HERE).edition()).isEqualTo(2);

        editions.change("TE-0005", 2, ItemStatus.WITHDRAWN, "发布有误", "分析员");

        assertThat(catalogue.item("TE-0005", HERE).promised()).isEqualTo(7);
        assertThat(catalogue.edition("TE-0005", HERE, 2).promised()).isEqualTo(3);
        assertThatThrownBy(() -> editions.change("TE-0005", 2, ItemStatus.IN_FORCE, "", "分析员"))
                .hasMessageContaining("已经撤回");

        editions.change("TE-0005", 1, ItemStatus.WITHDRAWN, "停办", "分析员");
        assertThatThrownBy(() -> catalogue.item("TE-0005", HERE)).hasMessageContaining("已撤回：");
        assertThat(catalogue.edition("TE-0005", HERE, 1).promised()).isEqualTo(7);
    }

    @Test
    void aReasonIsAskedForAndACancelledItemSaysSinceWhen() {
        load("TE-0006", Map.of("effectiveTo", "2020-05-31"));

        assertThatThrownBy(() -> editions.change("TE-0006", 1, ItemStatus.SUSPENDED, " ", "分析员"))
                .hasMessageContaining("请写明暂停的原因");
        assertThatThrownBy(() -> catalogue.item("TE-0006", HERE)).hasMessageContaining("已于 2020-06-01 起停止办理");
        assertThatThrownBy(() -> catalogue.item("TE-NONE", HERE)).hasMessage("没有编码为 TE-NONE 的事项。");
    }

    private void load(String code, Map<String, String> elements) {
        sheets.load(Items.sheet(code, elements), Catalogue.PROVINCE);
    }
}
