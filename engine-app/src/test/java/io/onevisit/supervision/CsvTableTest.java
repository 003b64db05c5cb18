package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @Test
    void spreadsheetsReadChineseTextsAndNumbers() {
        assertThat(new CsvTable().row("区划", "张数", -3, 0.5, null).row("说“是”，\"否\"", 12))
                .hasToString("\uFEFF\"区划\",\"张数\",-3,0.5,\"\"\r\n\"说“是”，\"\"否\"\"\",12\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"点我\")",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "4301022026030200000019026"
            })
    void nothingIsTakenForAFormulaOrForANumberThatLosesItsDigits(String said) throws Exception {
        var table = new CsvTable().row("a", said, "b").toString();

        var read = CSVFormat.EXCEL.parse(new StringReader(table)).getRecords().get(0);

        assertThat(read.get(1)).isEqualTo("'" + said);
        assertThat(read.get(2)).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"430102", "2026-03-12", "K43-1", "第 1 号", "a=b"})
    void whatIsHarmlessStaysAsItIs(String said) {
        assertThat(new CsvTable().row(said)).hasToString("\uFEFF\"" + said + "\"\r\n");
    }
}
