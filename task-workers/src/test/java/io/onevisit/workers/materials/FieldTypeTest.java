package io.onevisit.workers.materials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource({
        "NAME          , 李娜                  , 李娜              , 1",
        "NAME          , 阿依古丽·买买提       , 阿依古丽·买买提   , 1",
        "NAME          , 2026年                ,                   ,",
        "SEX           , 女                    , 女                , 1",
        "SEX           , 汉                    ,                   ,",
        "DATE          , 2026年11月6日01时29分 , 2026-11-06        , 1",
        "DATE          , 2026.1.6              , 2026-01-06        , 1",
        "DATE          , 20261106              , 2026-11-06        , 1",
        "DATE          , 2026年13月6日         ,                   ,",
        "ID_NUMBER     , 430104199608189043    , 430104199608189043, 1",
        "ID_NUMBER     , 11010519491231002x    , 11010519491231002X, 1",
        "ID_NUMBER     , 43O1O4199608189O43    , 430104199608189043, 0.8",
        "ID_NUMBER     , 43010419960818904S    ,                   ,",
        "ID_NUMBER     , 43010419960818        ,                   ,",
        "CERTIFICATE_NO, s120325467            , S120325467        , 1",
        "CERTIFICATE_NO, 120325467             ,                   ,",
        "TEXT          , 长沙市示例妇幼保健院  , 长沙市示例妇幼保健院, 1",
    })
    void aTextIsAValueOnlyWhereItCanBeOne(FieldType type, String text, String value, Double trust) {
        var read = type.read(text);

        assertThat(read.map(FieldType.Value::text).orElse(null)).isEqualTo(value);
        assertThat(read.map(FieldType.Value::trust).orElse(null)).isEqualTo(trust);
    }

    /** The worked examples of GB 11643, one wrong digit each, and a birth date that never was. */
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, true",
        "440524188001010014, true",
        "430102199003070012, true",
        "430111195108160020, true",
        "110105194912310021, false",
        "430102199003070021, false",
        "430102199013070018, false",
        "43010219900307001 , false",
    })
    void checkDigitsAreCounted(String number, boolean valid) {
        assertThat(IdNumbers.valid(number)).isEqualTo(valid);
    }
}
