package io.onevisit.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {

    private final AnswerCheck check = new AnswerCheck(new FieldDictionary());

    @ParameterizedTest
    @CsvSource({
        // field, type, answer, is it right
        "motherIdNo,    text, 430102199503129025,  true",
        "motherIdNo,    text, 430102199503129026,  false",
        "motherIdNo,    text, 11010519491231002X,  true",
        "motherIdNo,    text, 4301,                false",
        "motherPhone,   text, 13800000101,         true",
        "motherPhone,   text, 1380000010,          false",
        "certificateNo, text, V430123456,          true",
        "certificateNo, text, 430123456,           false",
        "bankAccount,   text, 6222020000000000001, true",
        "bankAccount,   text, 6222-0200,           false",
        "childBirthDate, date, 2026-10-31,         true",
        "childBirthDate, date, 2026-02-30,         false",
        "childBirthDate, date, 31.10.2026,         false",
        "childBirthDate, date, 1899-12-31,         false",
        "childBirthDate, date, 2201-01-01,         false",
        "childBirthDate, date, +999999999-12-31,   false",
    })
    void answersAreCheckedByTheFieldsOwnRule(String key, String type, String answer, boolean right) {
        var faults = check.faults(List.of(field(key, type, true)), Map.of(key, answer));

        assertThat(faults.isEmpty()).isEqualTo(right);
    }

    @Test
    void aDayThatNobodyCanMeanIsSaidToBeOne() {
        assertThat(check.faults(List.of(field("childBirthDate", "date", true)), Map.of("childBirthDate", "1899-12-31")))
                .extracting(AnswerCheck.Fault::message)
                .containsExactly("“childBirthDate”应在 1900 年至 2200 年之间。");
    }

    @Test
    void whatIsRequiredMustBeAnswered() {
        assertThat(check.faults(List.of(field("childName", "text", true)), Map.of("childName", "  ")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("请填写"));
        assertThat(check.faults(List.of(field("childName", "text", false)), Map.of()))
                .isEmpty();
    }

    @Test
    void onlyTheOfferedOptionsAreAnswers() {
        var sex = new FormReader.Field(
                "childSex", "性别", "radio", true, List.of(new FormReader.Option("male", "男")), "", "");

        assertThat(check.faults(List.of(sex), Map.of("childSex", "male"))).isEmpty();
        assertThat(check.faults(List.of(sex), Map.of("childSex", "${x}"))).hasSize(1);
    }

    private static FormReader.Field field(String key, String type, boolean required) {
        return new FormReader.Field(key, key, type, required, List.of(), "", "");
    }
}
