package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.stereotype.Component;

/** Reads a workbook of items: one sheet of items, one of each kind of their rows, the first line of each its headings. */
@Component
class SheetReader {

    static final String ITEMS = "事项";
    static final String CODE = "事项编码";
    private static final int MOST_ROWS = 100_000;

    private final ItemSchema schema;

    SheetReader(ItemSchema schema) {
        this.schema = schema;
    }

    SheetFile read(byte[] file) {
        Workbooks.refuseHostile(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var sheets = workbook.getSheets()
                    .collect(Collectors.toMap(Sheet::getName, sheet -> sheet, (a, b) -> a, LinkedHashMap::new));
            if (!sheets.containsKey(ITEMS)) {
                throw Problem.invalid("sheet-missing", "文件中没有名为“事项”的工作表，请使用导入模板。");
            }
            var elements = new HashSet<String>();
            var items = items(sheets.get(ITEMS), elements);
            var strays = new ArrayList<SheetRow>();
            for (var element : schema.elements()) {
                if (element.type() == Element.Type.ROWS && sheets.containsKey(element.title())) {
                    elements.add(element.key());
                    rows(sheets.get(element.title()), element, items, strays);
                }
            }
            return new SheetFile(items, elements, strays);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.invalid("file-unreadable", "文件无法读取，请确认它是未加密的 XLSX 工作簿。");
        }
    }

    private List<SheetRow> items(Sheet sheet, Set<String> present) throws IOException {
        var rows = lines(sheet);
        var columns = columns(rows, schema.elements(), sheet.getName());
        columns.values().forEach(element -> present.add(element.key()));
        var items = new ArrayList<SheetRow>();
        for (var row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            var item = new SheetRow(sheet.getName(), row.getRowNum(), JsonNodeFactory.instance.objectNode());
            if (fill(item.document, row, columns, item)) {
                items.add(item);
            }
        }
        return items;
    }

    private void rows(Sheet sheet, Element element, List<SheetRow> items, List<SheetRow> strays) throws IOException {
        var byCode = items.stream().collect(Collectors.toMap(SheetRow::code, item -> item, (a, b) -> a));
        var rows = lines(sheet);
        var parts = new ArrayList<>(element.parts());
        parts.add(schema.element("code"));
        var columns = columns(rows, parts, sheet.getName());
        for (var row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            var values = JsonNodeFactory.instance.objectNode();
            var stray = new SheetRow(sheet.getName(), row.getRowNum(), values);
            if (!fill(values, row, columns, stray)) {
                continue;
            }
            var item = byCode.get(values.path("code").asText());
            if (item == null) {
                stray.faults.add(new SheetFault(
                        sheet.getName(),
                        row.getRowNum(),
                        CODE,
                        "“事项”表中没有编码为“%s”的事项。".formatted(values.path("code").asText())));
                strays.add(stray);
                continue;
            }
            values.remove("code");
            item.document.withArray(element.key()).add(values);
            item.partAt(element.key(), row.getRowNum());
            item.faults.addAll(stray.faults);
        }
    }

    private static List<Row> lines(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            var lines = rows.limit(MOST_ROWS + 1L).toList();
            if (lines.size() > MOST_ROWS) {
                throw Problem.invalid("sheet-too-long", "工作表“%s”超过 %d 行，请分批导入。".formatted(sheet.getName(), MOST_ROWS));
            }
            return lines;
        }
    }

    private static Map<Integer, Element> columns(List<Row> rows, List<Element> elements, String sheet) {
        var columns = new LinkedHashMap<Integer, Element>();
        if (rows.isEmpty()) {
            return columns;
        }
        var unknown = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var cell : rows.get(0)) {
            var title = cell == null ? "" : cell.getText().strip().replace("*", "");
            if (title.isEmpty()) {
                continue;
            }
            var element = elements.stream()
                    .filter(one -> one.title().equals(title) && one.type() != Element.Type.ROWS)
                    .findFirst();
            if (element.isEmpty() || !taken.add(title)) {
                unknown.add(title);
            } else {
                columns.put(cell.getColumnIndex(), element.get());
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                            "column-unknown",
                            "工作表“%s”第 1 行有不认识或重复的列：%s。请对照模板改正。".formatted(sheet, String.join("、", unknown)))
                    .with("columns", unknown);
        }
        return columns;
    }

    /** @return whether the row says anything */
    private static boolean fill(ObjectNode into, Row row, Map<Integer, Element> columns, SheetRow place) {
        columns.forEach((index, element) -> {
            var cell = row.getOptionalCell(index).orElse(null);
            if (cell == null || cell.getType() == CellType.EMPTY) {
                return;
            }
            if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
                place.faults.add(new SheetFault(place.sheet, place.row, element.title(), "单元格含有公式或错误值，请粘贴为文字或数字。"));
                return;
            }
            var text = text(cell, element);
            if (!text.isBlank()) {
                into.set(element.key(), Cells.value(element, text));
            }
        });
        return !into.isEmpty() || !place.faults.isEmpty();
    }

    private static String text(Cell cell, Element element) {
        if (cell.getType() == CellType.NUMBER) {
            return element.type() == Element.Type.DATE
                    ? cell.asDate().toLocalDate().toString()
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.BOOLEAN ? String.valueOf(cell.asBoolean()) : cell.getText();
    }
}
