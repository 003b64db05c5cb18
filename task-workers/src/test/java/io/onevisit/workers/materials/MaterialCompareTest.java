package io.onevisit.workers.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onevisit.workers.Platform;
import io.onevisit.workers.Platform.Facts;
import io.onevisit.workers.Platform.Reading;
import io.onevisit.workers.Tasks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaterialCompareTest {

    private final Platform platform = mock(Platform.class);

    @Test
    void theRuleLearnsHowManyDifferHowManyCannotBeReadAndHowSureTheReaderWas() {
        when(platform.facts(Tasks.APPLICATION))
                .thenReturn(List.of(
                        facts("birth-certificate", null, field("a", "王安然", 0.97), field("b", "2026-11-06", 0.91)),
                        facts("other", "ENCRYPTED")));
        when(platform.materials(Tasks.APPLICATION, null))
                .thenReturn(List.of(open("bank-account-proof", true), open("photo", false)));

        var result = new MaterialCompare(platform, Tasks.RETRY).work(Tasks.ofApplication());

        assertThat(result)
                .isEqualTo(Map.of(
                        "missingMaterials", 1, "unreadableMaterials", 1, "mismatches", 1, "lowestConfidence", 0.91));
        verify(platform).putComparisons(eq(Tasks.APPLICATION), argThat(materials -> materials.size() == 2));
    }

    @Test
    void whereNothingHadToBeReadTheReaderIsSure() {
        var result = new MaterialCompare(platform, Tasks.RETRY).work(Tasks.ofApplication());

        assertThat(result)
                .isEqualTo(Map.of(
                        "missingMaterials", 0, "unreadableMaterials", 0, "mismatches", 0, "lowestConfidence", 1.0));
    }

    private static Facts facts(String material, String problem, Reading.Field... fields) {
        var reading = new Reading("RapidOCR", "PP-OCRv4", List.of(), List.of(fields), "", problem);
        return new Facts(
                material,
                "d-" + material,
                reading,
                List.of(
                        new Facts.Expected("a", "新生儿姓名", "王安然", "申报信息"),
                        new Facts.Expected("b", "出生日期", "2026-11-07", "申报信息")));
    }

    private static Reading.Field field(String key, String value, double confidence) {
        return new Reading.Field(key, key, value, confidence, 1, List.of(0, 0, 1, 1));
    }

    private static Platform.Material open(String key, boolean required) {
        return new Platform.Material(key, key, required, "none", List.of(), "OPEN", null, null, false);
    }
}
