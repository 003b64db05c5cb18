package io.onevisit.workers.materials;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.workers.Platform.Comparison.Result;
import io.onevisit.workers.Platform.Facts;
import io.onevisit.workers.Platform.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparingTest {

    @ParameterizedTest
    @CsvSource({
        // known              , read               , sure, verdict   , what a person is told
        "李娜                 , 李娜               , 0.99, MATCH     , 与居民身份证一致",
        "李 娜                , 李娜               , 0.99, MATCH     , 与居民身份证一致",
        "阿依古丽·买买提      , 阿依古丽•买买提    , 0.99, MATCH     , 与居民身份证一致",
        "李娜                 , 李那               , 0.99, MISMATCH  , 与居民身份证不一致",
        "李娜                 , 李那               , 0.40, UNREADABLE, 字迹不清，识别为“李那”，请核对原件",
        "李娜                 , 李娜               , 0.40, MATCH     , 与居民身份证一致",
        "430104199608189043   , 430104199608189043 , 0.97, MATCH     , 与居民身份证一致",
        "11010519491231002x   , 11010519491231002X , 0.97, MATCH     , 与居民身份证一致",
        "430104199608189043   , 430104199608189047 , 0.97, MISMATCH  , 材料上的身份证号校验位不正确",
        "430104199608189043   , 430102199503129025 , 0.97, MISMATCH  , 与居民身份证不一致",
        "430104199608189043   , 430104199608189048 , 0.50, UNREADABLE, 字迹不清，识别为“430104199608189048”，请核对原件",
        "2026-11-06           , 2026-11-06         , 0.99, MATCH     , 与居民身份证一致",
        "2026-11-06           , 2026年11月6日      , 0.99, MATCH     , 与居民身份证一致",
        "2026-11-06           , 2026-11-16         , 0.99, MISMATCH  , 与居民身份证不一致",
        "S120325467           , S120325467         , 0.99, MATCH     , 与居民身份证一致",
        "S120325467           , S120325461         , 0.99, MISMATCH  , 与居民身份证不一致",
        "female               , 女                 , 0.99, MATCH     , 与居民身份证一致",
        "男                   , 女                 , 0.99, MISMATCH  , 与居民身份证不一致",
    })
    void whatWasReadIsHeldAgainstWhatIsKnown(String known, String read, double sure, String verdict, String note) {
        var result = compare(known, reading(null, new Reading.Field("f", "字段", read, sure, 1, List.of(1, 2, 3, 4))));

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.note()).isEqualTo(note);
        assertThat(result.read()).isEqualTo(read);
        assertThat(result.confidence()).isEqualTo(sure);
    }

    @Test
    void aFieldThatIsNotOnThePaperIsMissing() {
        var result = compare("李娜", reading(null));

        assertThat(result.verdict()).isEqualTo(Comparing.MISSING);
        assertThat(result.note()).isEqualTo("材料上没有找到“字段”");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE    , 文件不清晰，无法识别",
        "ENCRYPTED     , 文件已加密，无法打开",
        "DAMAGED       , 文件已损坏，无法打开",
        "TOO_LARGE     , 文件尺寸过大，没有识别",
        "TOO_MANY_PAGES, 文件页数过多，没有识别",
        "UNSUPPORTED   , 文件格式不支持识别",
    })
    void aFileThatCouldNotBeReadSaysWhy(String problem, String note) {
        var result = compare("李娜", reading(problem));

        assertThat(result.verdict()).isEqualTo(Comparing.UNREADABLE);
        assertThat(result.note()).isEqualTo(note);
    }

    @Test
    void whatNobodyKnowsIsNotCompared() {
        var facts = new Facts("m", "d", reading(null), List.of(new Facts.Expected("f", "字段", " ", "申报信息")));

        assertThat(Comparing.compare(facts)).isEmpty();
    }

    private static Result compare(String known, Reading reading) {
        var expected = new Facts.Expected("f", "字段", known, "居民身份证");
        return Comparing.compare(new Facts("m", "d", reading, List.of(expected)))
                .get(0);
    }

    private static Reading reading(String problem, Reading.Field... fields) {
        return new Reading("RapidOCR", "PP-OCRv4", List.of(), List.of(fields), "", problem);
    }
}
