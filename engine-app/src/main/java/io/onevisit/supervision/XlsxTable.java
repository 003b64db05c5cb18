package io.onevisit.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet: texts are texts, whatever they begin with, and numbers can be reckoned with. */
public final class XlsxTable implements Rows {

    private static final int FIRST_COLUMN = 28;
    private static final int OTHERS = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "OneVisit", "1.0");
    private final Worksheet sheet;
    private int line;
    private int widest;

    public XlsxTable(String name) {
        sheet = workbook.newWorksheet(name);
    }

    @Override
    public XlsxTable row(Object... cells) {
        for (var c = 0; c < cells.length; c++) {
            if (cells[c] instanceof Number number) {
                sheet.value(line, c, number);
            } else if (cells[c] != null) {
                sheet.value(line, c, cells[c].toString());
            }
        }
        widest = Math.max(widest, cells.length);
        line++;
        return this;
    }

    public byte[] bytes() {
        sheet.style(0, 0).bold().fontSize(14).set();
        for (var c = 0; c < widest; c++) {
            sheet.width(c, c == 0 ? FIRST_COLUMN : OTHERS);
        }
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
