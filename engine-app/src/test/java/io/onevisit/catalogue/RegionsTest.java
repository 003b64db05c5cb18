package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The divisions of the province, of five levels, those that are gone too. */
@PlatformTest
class RegionsTest {

    @Autowired
    Regions regions;

    @Test
    void theProvinceHasFourteenCitiesAndAHundredAndTwentyTwoCounties() {
        var byLevel = regions.existing().stream().collect(Collectors.groupingBy(Region::level, Collectors.counting()));

        assertThat(byLevel)
                .containsEntry("PROVINCE", 1L)
                .containsEntry("CITY", 14L)
                .containsEntry("COUNTY", 122L);
        assertThat(byLevel).containsKeys("TOWNSHIP", "VILLAGE");
    }

    @Test
    void anAbolishedCountyNamesItsSuccessor() {
        assertThat(regions.find("430122")).isPresent();
        assertThat(regions.existing()).extracting(Region::code).doesNotContain("430122");
        assertThatThrownBy(() -> regions.forNew("430122")).hasMessage("“望城县”（430122）已撤销，请选择“望城区”（430112）。已经受理的办件不受影响。");
        assertThatThrownBy(() -> regions.forNew("999999")).hasMessage("请选择办理地区。");
        assertThat(regions.forNew("430112").name()).isEqualTo("望城区");
    }
}
