package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.CreditCode;
import io.onevisit.identity.IdNumber;
import io.onevisit.privacy.Masked;
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
    void anIdentityNumberTellsBirthAndSex() {
        assertThat(IdNumber.birthDate("430102199003070012")).hasToString("1990-03-07");
        assertThat(IdNumber.male("430102199003070012")).isTrue();
        assertThat(IdNumber.male("430111195108160020")).isFalse();
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
    void publicSamplesOfLicenseIdentifiersAreReadAndWrittenAlike(String text) {
        assertThat(LicenseIdentifier.parse(text))
                .map(LicenseIdentifier::toString)
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000430.001.U",
                "1.2.156.3005.1.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "not an identifier"
            })
    void identifiersWithSlipsAreNotRead(String text) {
        assertThat(LicenseIdentifier.parse(text)).isEmpty();
    }
}
