package io.onevisit.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A table for spreadsheets, with the mark that makes them read Chinese. What one would take for a formula, or for a number
 * too long for it (a case's), begins with an apostrophe and stays the text it is.
 */
public final class CsvTable implements Rows {

    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

    /** What a formula begins with, in half and full width; and the white space that some programs skip before one. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** More digits than a spreadsheet's numbers have. */
    private static final String LONG_NUMBER = "\\d{16,}";

    private final StringBuilder text = new StringBuilder("\uFEFF");
    private final CSVPrinter rows;

    public CsvTable() {
        try {
            rows = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CsvTable row(Object... cells) {
        try {
            rows.printRecord(Arrays.stream(cells).map(CsvTable::safe));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The answer that a browser saves under this name. */
    public ResponseEntity<String> as(String file) {
        var saved = ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(toString());
    }

    private static Object safe(Object cell) {
        if (cell == null) return "";
        if (cell instanceof Number) return cell;
        var said = cell.toString();
        var risky = !said.isEmpty() && FORMULA.indexOf(said.charAt(0)) >= 0 || said.matches(LONG_NUMBER);
        return risky ? "'" + said : said;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
