package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Writes items as the workbook that {@link SheetReader} reads; without items it is the template. */
@Component
class SheetWriter {

    private static final String HEAD = "D6E4F0";

    private final ItemSchema schema;

    SheetWriter(ItemSchema schema) {
        this.schema = schema;
    }

    void write(List<ObjectNode> items, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "OneVisit", "1.0")) {
            var elements = schema.elements().stream()
                    .filter(element -> element.type() != Element.Type.ROWS)
                    .toList();
            var sheet = sheet(workbook, SheetReader.ITEMS, elements);
            for (var i = 0; i < items.size(); i++) {
                line(sheet, i + 1, elements, items.get(i));
            }
            for (var element : schema.elements()) {
                if (element.type() == Element.Type.ROWS) {
                    rows(workbook, element, items);
                }
            }
            help(workbook);
        }
    }

    private void rows(Workbook workbook, Element element, List<ObjectNode> items) {
        var columns = new java.util.ArrayList<Element>();
        columns.add(schema.element("code"));
        columns.addAll(element.parts());
        var sheet = sheet(workbook, element.title(), columns);
        var line = 1;
        for (var item : items) {
            for (var row : item.path(element.key())) {
                var whole = ((ObjectNode) row.deepCopy())
                        .put("code", item.path("code").asText());
                line(sheet, line++, columns, whole);
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, String name, List<Element> columns) {
        var sheet = workbook.newWorksheet(name);
        for (var c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).title());
            sheet.style(0, c).bold().fillColor(HEAD).set();
            sheet.width(c, Math.max(12, columns.get(c).title().length() * 2.4));
        }
        sheet.freezePane(1, 1);
        return sheet;
    }

    private static void line(Worksheet sheet, int row, List<Element> columns, JsonNode values) {
        for (var c = 0; c < columns.size(); c++) {
            var value = values.get(columns.get(c).key());
            if (value == null || value.isNull()) {
                continue;
            }
            if (columns.get(c).type() == Element.Type.NUMBER && value.isNumber()) {
                sheet.value(row, c, value.asInt());
            } else {
                sheet.value(row, c, Cells.text(columns.get(c), value));
                sheet.style(row, c).format("@").set();
            }
        }
    }

    private void help(Workbook workbook) {
        var sheet = workbook.newWorksheet("填写说明");
        List.of("工作表", "列", "填写要求", "谁可以规定").forEach(new Heads(sheet)::add);
        var row = 1;
        for (var element : schema.elements()) {
            if (element.type() != Element.Type.ROWS) {
                help(sheet, row++, SheetReader.ITEMS, element, reach(element));
            }
            for (var part : element.parts()) {
                help(sheet, row++, element.title(), part, reach(element));
            }
        }
    }

    private static void help(Worksheet sheet, int row, String name, Element element, String reach) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, element.title());
        sheet.value(row, 2, Cells.safe(requirement(element)));
        sheet.value(row, 3, reach);
    }

    private static String requirement(Element element) {
        var kind =
                switch (element.type()) {
                    case NUMBER -> "整数";
                    case FLAG -> "是 或 否";
                    case DATE -> "日期，例如 2026-01-01";
                    case LIST -> "可填多个，用顿号隔开";
                    default -> element.words().isEmpty() ? "文字" : "任选其一";
                };
        var words = element.words().values().stream().collect(Collectors.joining("、"));
        return kind + (words.isEmpty() ? "" : "：" + words) + (element.help().isEmpty() ? "" : "；" + element.help());
    }

    private static String reach(Element element) {
        return switch (element.reach()) {
            case PROVINCE -> "省统一规定";
            case LOCAL -> "市县可以另行规定";
            case SHORTER -> "市县只能更短";
            case NARROWER -> "市县只能更窄";
        };
    }

    /** Writes headings one after another. */
    private static final class Heads {
        private final Worksheet sheet;
        private int column;

        Heads(Worksheet sheet) {
            this.sheet = sheet;
        }

        void add(String title) {
            sheet.value(0, column, title);
            sheet.style(0, column).bold().fillColor(HEAD).set();
            sheet.width(column++, 24);
        }
    }
}
