package io.onevisit.supervision;

/** Rows for a spreadsheet, with the mark that makes it read Chinese; no cell is ever taken for a formula. */
final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    void row(Object... cells) {
        for (var n = 0; n < cells.length; n++) {
            if (n > 0) text.append(',');
            text.append(cell(cells[n]));
        }
        text.append("\r\n");
    }

    static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof Number) return value.toString();
        var said = value.toString();
        if (!said.isEmpty() && "=+-@\t\r".indexOf(said.charAt(0)) >= 0) said = "'" + said;
        return '"' + said.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
