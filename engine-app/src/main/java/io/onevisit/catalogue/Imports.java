package io.onevisit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings files of items into the catalogue in two steps: preview, then a person loads what is right or nothing. */
@Component
class Imports {

    private static final int MOST_ITEMS = 20_000;

    private final SheetReader sheets;
    private final ItemSchema schema;
    private final ItemRows items;
    private final ItemBook book;
    private final ItemStore store;
    private final ImportRows rows;
    private final ObjectMapper json;
    private final Clock time;

    Imports(
            SheetReader sheets,
            ItemSchema schema,
            ItemRows items,
            ItemBook book,
            ItemStore store,
            ImportRows rows,
            ObjectMapper json,
            Clock time) {
        this.sheets = sheets;
        this.schema = schema;
        this.items = items;
        this.book = book;
        this.store = store;
        this.rows = rows;
        this.json = json;
        this.time = time;
    }

    /** Reads a workbook or JSON file and holds each row against the catalogue; nothing of it is loaded yet. */
    @Transactional
    Import preview(String fileName, byte[] content, String region, String who) {
        var file = startsLikeJson(content) ? json(content) : sheets.read(content);
        if (file.items().size() > MOST_ITEMS) {
            throw Problem.invalid("file-too-long", "一次最多导入 %d 个事项，请分批导入。".formatted(MOST_ITEMS));
        }
        if (file.items().isEmpty() && file.strays().isEmpty()) {
            throw Problem.invalid("file-empty", "文件中没有事项。");
        }
        completed(file);
        var entries =
                book.compare(file.items().stream().map(row -> row.document).toList(), region);
        var kept = new ArrayList<Import.Row>();
        for (var i = 0; i < entries.size(); i++) {
            kept.add(row(kept.size() + 1, file.items().get(i), entries.get(i)));
        }
        file.strays()
                .forEach(stray -> kept.add(new Import.Row(
                        kept.size() + 1,
                        stray.row,
                        stray.code(),
                        "",
                        ItemBook.Outcome.WRONG,
                        null,
                        null,
                        stray.faults)));
        var id = UUID.randomUUID();
        rows.add(id, fileName == null ? "" : Legible.text(fileName), region, time.instant(), who, kept);
        return rows.get(id);
    }

    /**
     * Loads what is new or changed, all of it or nothing. A 409 problem where rows are wrong and the person has not said that
     * the right ones shall be loaded alone, or where the catalogue has changed since the preview.
     */
    @Transactional
    Import load(UUID id, boolean leaveOutWrong, String who) {
        var brought = rows.get(id);
        if (brought.counts().wrong() > 0 && !leaveOutWrong) {
            throw Problem.conflict(
                    "import-has-faults",
                    "还有 %d 行有错误。请改正后重新上传，或确认只加载正确的行。".formatted(brought.counts().wrong()));
        }
        var loadable = rows.loadable(id);
        rows.end(id, "LOADED", loadable.size(), time.instant());
        refuseOutdated(loadable);
        store.record(loadable.stream().map(Import.Row::document).toList(), brought.region(), who);
        return rows.get(id);
    }

    @Transactional
    void discard(UUID id) {
        rows.get(id);
        rows.end(id, "DISCARDED", null, time.instant());
    }

    private void refuseOutdated(List<Import.Row> loadable) {
        var newest = new HashMap<String, Integer>();
        items.newestNumbers(loadable.stream().map(Import.Row::code).toList()).forEach(newest::put);
        var moved = loadable.stream()
                .filter(row -> !java.util.Objects.equals(newest.get(row.code()), row.basedOn()))
                .map(Import.Row::code)
                .toList();
        if (!moved.isEmpty()) {
            throw Problem.conflict(
                            "import-outdated",
                            "预览之后有 %d 个事项已有新版（%s），请重新上传文件再预览。"
                                    .formatted(
                                            moved.size(),
                                            moved.stream().limit(3).collect(Collectors.joining("、"))))
                    .with("codes", moved);
        }
    }

    /** What the file has no column for stays as the catalogue has it. */
    private void completed(SheetFile file) {
        var codes = file.items().stream().map(SheetRow::code).collect(Collectors.toSet());
        var stored = items.newest(codes).stream()
                .collect(Collectors.toMap(StoredItem::code, StoredItem::document, (a, b) -> a));
        for (var row : file.items()) {
            var before = stored.get(row.code());
            if (before != null) {
                before.fields().forEachRemaining(field -> {
                    if (!file.elements().contains(field.getKey())
                            && !field.getKey().equals("effectiveFrom")) {
                        row.document.putIfAbsent(field.getKey(), field.getValue());
                    }
                });
            }
        }
    }

    private Import.Row row(int number, SheetRow source, ItemBook.Entry entry) {
        var faults = new ArrayList<>(source.faults);
        entry.faults().forEach(fault -> faults.add(source.located(fault, schema)));
        return new Import.Row(
                number,
                source.row,
                source.code(),
                entry.document().path("name").asText(),
                faults.isEmpty() ? entry.outcome() : ItemBook.Outcome.WRONG,
                entry.basedOn(),
                entry.document(),
                faults);
    }

    private static boolean startsLikeJson(byte[] content) {
        for (var b : content) {
            if (!Character.isWhitespace(b) && b != (byte) 0xEF && b != (byte) 0xBB && b != (byte) 0xBF) {
                return b == '[' || b == '{';
            }
        }
        return false;
    }

    private SheetFile json(byte[] content) {
        if (content.length > Workbooks.LARGEST) {
            throw Problem.invalid("file-too-large", "文件超过 20 MB，请分批导入。");
        }
        try {
            var root = json.readTree(content);
            var list = root.isArray() ? root : root.path("items");
            if (!list.isArray()) {
                throw Problem.invalid("file-unreadable", "JSON 文件应为事项数组，或含有 items 数组的对象。");
            }
            var all = new HashSet<String>();
            schema.elements().forEach(element -> all.add(element.key()));
            var number = 0;
            var read = new ArrayList<SheetRow>();
            for (JsonNode item : list) {
                number++;
                var row = new SheetRow(
                        "", number, item.isObject() ? (ObjectNode) Legible.all(item) : json.createObjectNode());
                if (!item.isObject()) {
                    row.faults.add(new SheetFault("", number, "", "第 %d 个元素不是事项对象。".formatted(number)));
                }
                read.add(row);
            }
            return new SheetFile(read, all, List.of());
        } catch (JsonProcessingException e) {
            throw Problem.invalid(
                    "file-unreadable",
                    "JSON 在第 %d 行附近无法读取，请检查括号和引号。"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw Problem.invalid("file-unreadable", "文件无法读取。");
        }
    }
}
