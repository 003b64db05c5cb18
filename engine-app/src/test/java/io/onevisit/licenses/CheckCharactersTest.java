package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.CreditCode;
import io.onevisit.identity.IdNumber;
import io.onevisit.privacy.Masked;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers printed in standards and on public samples, and what slips of the pen make of them. */
class CheckCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "430102199003070012", "430111195108160020"})
    void identityNumbersOfTheStandardAreValid(String number) {
        assertThat(IdNumber.valid(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "43010219900307001,  one short",
        "430102199003070013, wrong check digit",
        "430102199003070021, two digits swapped",
        "11010519491231002x, small x",
        "430102199002300017, 30 February",
        "430102299003070013, a birth to come",
        "000102199003070019, no such province",
        "'',                 empty",
    })
    void identityNumbersWithSlipsAreNot(String number, String slip) {
        assertThat(IdNumber.valid(number)).as(slip).isFalse();
    }

    @Test
    void aDayThatNeverWasIsRefusedEvenWithTheRightCheckDigit() {
        var first = "43010219900230001";

        assertThat(IdNumber.valid(first + IdNumber.check(first))).isFalse();
    }

    @Test
    void anIdentityNumberTellsTheDayOfBirth() {
        assertThat(IdNumber.birthDate("430102199003070012")).hasToString("1990-03-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT+12", "Pacific/Kiritimati"})
    void whoeverIsBornTodayInChinaIsBornWhereverTheServerStands(String server) {
        var own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        try {
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            assertThat(IdNumber.valid(bornOn(today))).isTrue();
            assertThat(IdNumber.valid(bornOn(today.plusDays(1)))).isFalse();
        } finally {
            TimeZone.setDefault(own);
        }
    }

    private static String bornOn(LocalDate day) {
        var first = "430102" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "001";
        return first + IdNumber.check(first);
    }

    @Test
    void aMaskedIdentityNumberKeepsItsEnds() {
        assertThat(Masked.idNo("430102199003070012")).isEqualTo("4301**********0012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "11430000006122244L", "91110108351303601C"})
    void creditCodesOfTheStandardAreValid(String code) {
        assertThat(CreditCode.valid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000010Y43", "91350100I000100Y43", "91350100M000100Y4"})
    void creditCodesWithSlipsAreNot(String code) {
        assertThat(CreditCode.valid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"
            })
    void publicSamplesOfLicenseIdentifiersBearTheSameCheckCharacter(String text) {
        var parts = text.substring("1.2.156.3005.2.".length()).split("\\.");

        assertThat(new LicenseIdentifier(parts[0], parts[1], parts[2], Integer.parseInt(parts[3])))
                .hasToString(text);
    }
}
