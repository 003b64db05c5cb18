package io.onevisit.workers.materials;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.workers.Platform.Reading;
import io.onevisit.workers.ocr.Scan;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldFinderTest {

    private final FieldFinder finder =
            new FieldFinder(FieldLayout.of("birth-certificate").orElseThrow());

    @Test
    void aValueStandsAfterItsLabelInTheSameLineAsFarAsTheNextLabel() {
        assertThat(values(line("新生儿姓名：王 思远性别女出生时间２０２６年11月06日", 100, 100)))
                .isEqualTo(Map.of("childName", "王思远", "childSex", "女", "birthDate", "2026-11-06"));
    }

    @Test
    void aValueStandsRightOfItsLabelAlsoWhereThePaperWasHeldAtASlant() {
        assertThat(values(line("母亲姓名", 100, 100), line("李娜", 300, 108), line("父亲姓名", 600, 118), line("王磊", 800, 126)))
                .isEqualTo(Map.of("motherName", "李娜", "fatherName", "王磊"));
    }

    @Test
    void aValueWhoseBoxBeginsWithinItsLabelsIsStillRightOfIt() {
        assertThat(values(line("母亲身份证号", 131, 642), line("430104199608189043", 288, 642)))
                .isEqualTo(Map.of("motherIdNo", "430104199608189043"));
    }

    @Test
    void aValueStandsBelowItsLabel() {
        assertThat(values(line("母亲姓名", 100, 100), line("父亲姓名", 500, 100), line("李娜", 110, 150), line("王磊", 510, 150)))
                .isEqualTo(Map.of("motherName", "李娜", "fatherName", "王磊"));
    }

    @Test
    void theLabelOfSomethingElseIsNoValue() {
        assertThat(values(line("母亲姓名", 100, 100), line("国籍", 300, 100), line("中国", 400, 100)))
                .isEmpty();
    }

    @Test
    void theSameLabelTwiceIsTheMothersFirstAndTheFathersSecond() {
        assertThat(values(line("有效身份证件号码430105199411239058", 100, 300), line("有效身份证件号码430104199608189043", 100, 100)))
                .isEqualTo(Map.of("motherIdNo", "430104199608189043", "fatherIdNo", "430105199411239058"));
    }

    @Test
    void aLabelWithOneCharacterReadWronglyIsStillItsLabel() {
        assertThat(values(line("新生几姓名", 100, 100), line("王思远", 300, 100))).isEqualTo(Map.of("childName", "王思远"));
    }

    @Test
    void mothersAndFathersLabelsAreNeverTakenForEachOther() {
        assertThat(values(line("父亲姓名王磊", 100, 100))).isEqualTo(Map.of("fatherName", "王磊"));
    }

    @Test
    void aFieldKnowsItsPlaceAndIsAsSureAsItsWorstCharacter() {
        var line = new Scan.Line("性别女", List.of(0.99, 0.98, 0.81), List.of(100, 50, 90, 30));

        var field = finder.find(scan(line)).get(0);

        assertThat(field.confidence()).isEqualTo(0.81);
        assertThat(field.box()).isEqualTo(List.of(160, 50, 30, 30));
        assertThat(field.page()).isEqualTo(1);
    }

    @Test
    void anUnknownKindHasNoLayout() {
        assertThat(FieldLayout.of("none")).isEmpty();
        assertThat(FieldLayout.of("../application")).isEmpty();
    }

    private Map<String, String> values(Scan.Line... lines) {
        return finder.find(scan(lines)).stream().collect(Collectors.toMap(Reading.Field::key, Reading.Field::value));
    }

    private static Scan scan(Scan.Line... lines) {
        return new Scan(
                "RapidOCR", "PP-OCRv4", List.of(new Scan.Page(1, 1600, 1100, null, Arrays.asList(lines))), null);
    }

    private static Scan.Line line(String text, int left, int top) {
        return new Scan.Line(
                text, Collections.nCopies(text.length(), 0.99), List.of(left, top, text.length() * 30, 32));
    }
}
