package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A city says what is its own to say and nothing else; every level below inherits it. */
@PlatformTest
class OverlaysTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    EffectiveItems items;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Overlays overlays;

    @Autowired
    MutableClock clock;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void eachElementTellsTheLevelItComesFrom() throws IOException {
        load("TO-0001");
        save("TO-0001", "430100", "{\"promised\": 5, \"place\": \"长沙市政务大厅\", \"materials\": [{\"name\": \"社区证明\"}]}");
        save("TO-0001", "430102", "{\"promised\": 4, \"consultPhone\": \"0731-85880000\"}");

        var item = items.serving("TO-0001", "430102001001", clock.instant());

        assertThat(item.document().path("promised").asInt()).isEqualTo(4);
        assertThat(item.origins())
                .containsEntry("name", "430000")
                .containsEntry("statutory", "430000")
                .containsEntry("place", "430100")
                .containsEntry("promised", "430102")
                .containsEntry("consultPhone", "430102");
        assertThat(catalogue.item("TO-0001", "430102001001").promised()).isEqualTo(4);
        assertThat(catalogue.item("TO-0001", "430104").promised()).isEqualTo(5);
        assertThat(catalogue.item("TO-0001", "430200").promised()).isEqualTo(7);
        assertThat(catalogue.materials("TO-0001", "430104"))
                .extracting(material -> material.material().name() + material.local())
                .containsExactly("申请书false", "身份证明false", "社区证明true");
        assertThat(catalogue.materials("TO-0001", "430200")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"改名\"}                    | “事项名称”由上级统一规定，本地不能修改。",
                "{\"catalogCode\": \"430000000000\"}     | “基本编码”由上级统一规定，本地不能修改。",
                "{\"itemType\": \"20\"}                  | “事项类型”由上级统一规定，本地不能修改。",
                "{\"legalBasis\": \"某条\"}              | “设定依据”由上级统一规定，本地不能修改。",
                "{\"statutory\": 5}                      | “法定办结时限”由上级统一规定，本地不能修改。",
                "{\"promised\": 8}                       | “承诺办结时限”只能比上级更少：本地填写 8，上级为 7。",
                "{\"promised\": 0}                       | 只有即办件的承诺办结时限可以为 0。",
                "{\"promised\": 10000}                  | “承诺办结时限”应在 0 至 3650 之间。",
                "{\"promised\": -1}                      | “承诺办结时限”应在 0 至 3650 之间。",
                "{\"promised\": \"五\"}                  | “承诺办结时限”应为整数。",
                "{\"materials\": [{\"name\": \"申请书\"}]} | 材料“申请书”上级已经要求，本地只填写另外需要的材料。",
                "{\"handleArea\": \"1\"}              | “通办范围”只能比上级更窄：本地填写“全国”，上级为“跨县”。",
                "{\"colour\": \"红\"}                    | 没有名为“colour”的要素，请核对列名。"
            })
    void whatIsNotTheirsIsRefusedInASentence(String elements, String sentence) throws IOException {
        sheets.load(Items.sheet("TO-0002", Map.of("handleArea", "'4'")), Catalogue.PROVINCE);

        assertThat(overlays.faults("TO-0002", "430100", json.readTree(elements)))
                .extracting(Fault::sentence)
                .containsExactly(sentence);
        assertThatThrownBy(() -> save("TO-0002", "430100", elements)).hasMessage(sentence);
    }

    @Test
    void aCityThatPromisedMoreThanTheProvinceNowDoesIsNotWorse() throws IOException {
        load("TO-0003");
        save("TO-0003", "430100", "{\"promised\": 6}");
        sheets.load(Items.sheet("TO-0003", Map.of("promised", "4")), Catalogue.PROVINCE);

        assertThat(catalogue.item("TO-0003", "430100").promised()).isEqualTo(4);
    }

    @Test
    void aCityNarrowsWhereElseAnItemMayBeAppliedFor() throws IOException {
        sheets.load(Items.sheet("TO-0006", Map.of("handleArea", "'3'")), Catalogue.PROVINCE);
        save("TO-0006", "430100", "{\"handleArea\": \"0\"}");

        assertThat(catalogue.item("TO-0006", "430102").rules().handleArea()).isEqualTo("0");
        assertThat(catalogue.item("TO-0006", "430202").rules().handleArea()).isEqualTo("3");
        sheets.load(Items.sheet("TO-0006", Map.of("handleArea", "'0'")), Catalogue.PROVINCE);
        save("TO-0006", "430200", "{\"handleArea\": \"0\"}");
        assertThat(items.serving("TO-0006", "430200", clock.instant()).origins())
                .containsEntry("handleArea", "430000");
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31, 本地要素的生效日期不能早于今天。", "2201-01-01, 本地要素的生效日期应在 1900 年至 2200 年之间。"})
    void aFirstDayThatCannotBeIsRefused(LocalDate from, String sentence) {
        load("TO-0007");

        assertThatThrownBy(() ->
                        overlays.save("TO-0007", "430100", json.readTree("{\"promised\": 2}"), from, 0, "", "市分析员"))
                .hasMessage(sentence);
    }

    @Test
    void anOverlayIsTakenBackAndACaseKeepsWhatHeldWhenItBegan() throws IOException {
        load("TO-0004");
        var first = save("TO-0004", "430100", "{\"promised\": 2}");
        var then = clock.instant();
        clock.setTo(then.plus(Duration.ofMinutes(5)));
        overlays.save("TO-0004", "430100", json.readTree("{}"), null, first, "", "市分析员");

        assertThat(catalogue.item("TO-0004", "430100").promised()).isEqualTo(7);
        assertThat(catalogue.edition("TO-0004", "430100", 1, then).promised()).isEqualTo(2);
    }

    @Test
    void twoEditorsDoNotOverwriteEachOtherAndTheProvinceHasNoOverlay() throws IOException {
        load("TO-0005");
        save("TO-0005", "430100", "{\"promised\": 2}");

        assertThatThrownBy(() -> save("TO-0005", "430100", "{\"promised\": 3}")).hasMessageContaining("刚刚被他人修改");
        assertThatThrownBy(() -> save("TO-0005", "430000", "{\"promised\": 3}")).hasMessageContaining("省级事项请直接修改");
    }

    private void load(String code) {
        sheets.load(Items.sheet(code, Map.of()), Catalogue.PROVINCE);
    }

    private int save(String code, String region, String elements) throws IOException {
        return overlays.save(code, region, json.readTree(elements), null, 0, "", "市分析员");
    }
}
