package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a code tells of its division, in Java and in SQL alike, and nowhere else. */
@PlatformTest
class RegionCodeTest {

    private static final List<String> CODES = List.of(
            "430000",
            "430100",
            "430102",
            "431000",
            "431102",
            "430102001000",
            "430104100000",
            "430102001001",
            "430000000000",
            "430100000000",
            "430102000000",
            "here",
            "4301",
            "");

    /** How other places used to take codes apart. */
    private static final Pattern TAKEN_APART = Pattern.compile(
            "\\(0000\\|00\\)|substring\\(0, [24]\\) \\+ \"0|endsWith\\(\"(00|0000)\"\\)|left\\([a-z_.]+, ?[24]\\)");

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @CsvSource({
        "430000, 43",
        "430100, 4301",
        "430102, 430102",
        "430102001000, 430102001",
        "430104100000, 430104100",
        "430102001001, 430102001001",
        "430100000000, 4301",
        "here, -",
        ", -"
    })
    void theDigitsThatAllBelowShare(String code, String prefix) {
        assertThat(RegionCode.of(code).prefix()).isEqualTo(prefix);
    }

    @Test
    void aDivisionHoldsItselfAndWhatLiesInIt() {
        assertThat(RegionCode.of("430000").holds("430102001001")).isTrue();
        assertThat(RegionCode.of("430102").holds("430102")).isTrue();
        assertThat(RegionCode.of("430102").holds("430100")).isFalse();
        assertThat(RegionCode.of("430104100000").holds("430104100201")).isTrue();
        assertThat(RegionCode.of("430104100000").holds("430102"))
                .as("a township is no province")
                .isFalse();
        assertThat(RegionCode.of(null).holds("430102")).isFalse();
        assertThat(RegionCode.of("430102").holds(null)).isFalse();
        assertThat(RegionCode.of("430102").inSameCityAs("430104100201")).isTrue();
        assertThat(RegionCode.of("430102").inSameCityAs("430200")).isFalse();
        assertThat(RegionCode.of("430000").inSameCityAs("430100")).isFalse();
    }

    @Test
    void aVillageLiesInItsTownshipCountyCityAndProvince() {
        assertThat(RegionCode.of("430102001001").lineage())
                .containsExactly("430102001001", "430102001000", "430102", "430100", "430000");
        assertThat(RegionCode.of("430102001000").lineage())
                .containsExactly("430102001000", "430102", "430100", "430000");
        assertThat(RegionCode.of("430000").lineage()).containsExactly("430000");
        assertThat(RegionCode.of("430000").isProvince()).isTrue();
        assertThat(RegionCode.of("430104100000").isProvince()).isFalse();
        assertThat(RegionCode.of("430102001000").isBelowCity()).isTrue();
        assertThat(RegionCode.of("431000").isBelowCity()).isFalse();
    }

    @Test
    void theDatabaseSaysTheSame() {
        for (var code : CODES) {
            var region = RegionCode.of(code);
            assertThat(text("select region_prefix(?)", code)).as(code).isEqualTo(region.prefix());
            if (region.isWellFormed()) {
                assertThat(text("select region_city(?)", code)).as(code).isEqualTo(region.city());
                assertThat(sql.sql("select unnest(region_lineage(?))")
                                .param(code)
                                .query(String.class)
                                .list())
                        .as(code)
                        .containsAll(region.lineage());
            }
        }
    }

    @Test
    void nobodyElseTakesCodesApart() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("catalogue/RegionCode.java"))
                            // lies below the catalogue: whose edition of a model serves, the province's being nobody's
                            .filter(file -> !file.endsWith("engine/Tenants.java"))
                            .filter(file -> TAKEN_APART.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String text(String statement, String code) {
        return sql.sql(statement).param(code).query(String.class).single();
    }
}
