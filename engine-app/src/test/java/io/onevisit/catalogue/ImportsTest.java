package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of items: shown before they are loaded, every wrong row named, nothing loaded that nobody chose. */
@PlatformTest
class ImportsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsTest.class);

    /** Many times what two idle cores take (six seconds); a machine that tests share is slow. */
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    ImportRows rows;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemRows items;

    @Autowired
    ItemSheet sheets;

    @Autowired
    SheetWriter writer;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @Test
    void everyWrongRowIsNamedWithRowColumnAndSentenceAndSpoilsNoOther() throws IOException {
        sheets.load(Items.sheet("TI-0001", Map.of()), Catalogue.PROVINCE);
        var file = workbook(book -> {
            var sheet = headed(book, "事项", "事项编码", "事项名称", "主管部门", "事项类型", "承诺办结时限", "法定办结时限", "生效日期");
            line(sheet, 1, "TI-0001", "测试事项TI-0001", "health", "行政许可", 6, 20, "");
            line(sheet, 2, "TI-0002", "新的事项", "health", "行政许可", 5, 10, "2026-01-01");
            line(sheet, 3, "TI-0003", "承诺过长", "health", "行政许可", 15, 10, "");
            line(sheet, 4, "TI-0004", "时限过大", "health", "行政许可", 5, 10_000, "");
            line(sheet, 5, "TI-0005", "时限为零", "health", "行政许可", 0, 0, "");
            line(sheet, 6, "TI-0006", "部门不明", "unknown", "行政许可", 5, 10, "");
            line(sheet, 7, "TI-0007", "类型不明", "health", "行政幻想", 5, 10, "");
            line(sheet, 8, "TI-0008", "不是数字", "health", "行政许可", "五", 10, "");
            line(sheet, 9, "TI-0002", "编码重复", "health", "行政许可", 5, 10, "");
            line(sheet, 10, "ti 9", "编码写错", "health", "行政许可", 5, 10, "");
            line(sheet, 11, "TI-0011", "日期不对", "health", "行政许可", 5, 10, "2300-01-01");
            line(sheet, 12, "TI-0012", "", "health", "行政许可", 5, 10, "2026-13-45");
            var materials = headed(book, "申请材料", "事项编码", "材料名称", "必要性");
            line(materials, 1, "TI-0001", "申请书", "必要");
            line(materials, 2, "TI-0001", "身份证明", "也许");
            line(materials, 3, "TI-9999", "无主材料", "必要");
        });

        var brought = imports.preview("事项.xlsx", file, Catalogue.PROVINCE, "分析员");

        assertThat(brought.counts()).isEqualTo(new Import.Counts(1, 0, 0, 12));
        assertThat(rows.page(brought.id(), "WRONG", 1).rows())
                .flatExtracting(Import.Row::faults)
                .extracting(fault -> fault.sheet() + fault.row() + fault.column() + "：" + fault.sentence())
                .containsExactly(
                        "申请材料3必要性：“必要性”应为下列之一：必要、特定情形必要、非必要。",
                        "事项4承诺办结时限：承诺办结时限（15）不能长于法定办结时限（10）。",
                        "事项5法定办结时限：“法定办结时限”应在 0 至 3650 之间。",
                        "事项6法定办结时限：只有即办件的办结时限可以为 0。",
                        "事项7主管部门：部门目录中没有代码为 unknown 的部门。",
                        "事项8事项类型：“事项类型”应为下列之一：行政权力事项、行政许可、行政处罚、行政强制、行政征收、行政给付、行政检查、"
                                + "行政确认、行政奖励、行政裁决、其他类别、扩展类别、公共服务、扩展公共服务。",
                        "事项9承诺办结时限：“承诺办结时限”应为整数。",
                        "事项10事项编码：编码 TI-0002 在本次数据中出现了多次，只保留一行。",
                        "事项11事项编码：“事项编码”格式不对，应为大写字母、数字和连字符，3至40位。",
                        "事项12生效日期：“生效日期”应在 1900 年至 2200 年之间。",
                        "事项13事项名称：缺少“事项名称”。",
                        "事项13生效日期：“生效日期”应为日期，例如 2026-01-01。",
                        "申请材料4事项编码：“事项”表中没有编码为“TI-9999”的事项。");

        assertThatThrownBy(() -> imports.load(brought.id(), false, "分析员")).hasMessageContaining("还有 12 行有错误");
        assertThat(items.newest(List.of("TI-0002"))).isEmpty();

        assertThat(imports.load(brought.id(), true, "分析员").loaded()).isEqualTo(1);
        assertThat(catalogue.item("TI-0002", "430100").promised()).isEqualTo(5);
        assertThat(items.newest(List.of("TI-0003", "TI-0008"))).isEmpty();
        assertThatThrownBy(() -> imports.load(brought.id(), true, "分析员")).hasMessageContaining("已经加载或放弃");
    }

    @Test
    void whatTheSheetHasNoColumnForStays() throws IOException {
        sheets.load(Items.sheet("TI-0101", Map.of("faq", "常见问题")), Catalogue.PROVINCE);
        var file = workbook(book -> {
            var sheet = headed(book, "事项", "事项编码", "事项名称", "主管部门", "事项类型", "承诺办结时限", "法定办结时限");
            line(sheet, 1, "TI-0101", "测试事项TI-0101", "health", "行政许可", 4, 20);
        });

        var brought = imports.preview("", file, Catalogue.PROVINCE, "分析员");
        imports.load(brought.id(), false, "分析员");

        var item = items.newest(List.of("TI-0101")).get(0);
        assertThat(item.edition()).isEqualTo(2);
        assertThat(item.document().path("promised").asInt()).isEqualTo(4);
        assertThat(item.document().path("faq").asText()).isEqualTo("常见问题");
        assertThat(item.document().path("materials")).hasSize(2);
    }

    @Test
    void anExportComesBackUnchangedAndHoldsNoFormula() throws IOException {
        sheets.load(
                Items.sheet(
                        "TI-0201",
                        Map.of(
                                "name",
                                "'=HYPERLINK(\"http://x\")'",
                                "faq",
                                "'+1'",
                                "keywords",
                                "['@SUM', 乙]",
                                "limitNote",
                                "\"'=1+1\"",
                                "traffic",
                                "'＝cmd'")),
                Catalogue.PROVINCE);
        var out = new ByteArrayOutputStream();
        writer.write(documents("TI-0201"), out);

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var cells = book.findSheet("事项").orElseThrow().read().get(1).stream()
                    .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                    .map(cell -> cell.getText())
                    .toList();
            assertThat(cells).contains("'=HYPERLINK(\"http://x\")", "'+1", "'@SUM、乙", "''=1+1", "'＝cmd");
            assertThat(cells).noneMatch(text -> text.matches("[=+@＝＋＠-].*"));
        }
        var brought = imports.preview("导出.xlsx", out.toByteArray(), Catalogue.PROVINCE, "分析员");
        assertThat(brought.counts()).isEqualTo(new Import.Counts(0, 0, 1, 0));
    }

    @Test
    void wordsWithAMarkInThemStayWhole() throws IOException {
        sheets.load(
                Items.sheet(
                        "TI-0203",
                        Map.of(
                                "useLevels",
                                "['4', '5', '6']",
                                "materials",
                                "[{name: 住所、经营场所证明}, {name: 申请书}]",
                                "deferrableMaterials",
                                "[住所、经营场所证明]",
                                "keywords",
                                "['甲，乙', 丙, '“引号”']")),
                Catalogue.PROVINCE);
        var out = new ByteArrayOutputStream();
        writer.write(documents("TI-0203"), out);

        var brought = imports.preview("导出.xlsx", out.toByteArray(), Catalogue.PROVINCE, "分析员");

        assertThat(rows.page(brought.id(), "WRONG", 1).rows()).isEmpty();
        assertThat(rows.page(brought.id(), "", 1).rows().get(0).document().path("useLevels"))
                .hasSize(3);
        assertThat(brought.counts()).isEqualTo(new Import.Counts(0, 0, 1, 0));
        assertThat(rows.page(brought.id(), "", 1).rows().get(0).document().path("deferrableMaterials"))
                .hasSize(1);
    }

    @Test
    void everyItemThatShipsComesBackFromItsWorkbookUnchanged() throws IOException {
        var shipped = items.newest(sql.sql("select distinct code from service_item where code like 'HN-%'")
                .query(String.class)
                .list());
        var out = new ByteArrayOutputStream();
        writer.write(shipped.stream().map(StoredItem::document).toList(), out);

        var brought = imports.preview("导出.xlsx", out.toByteArray(), Catalogue.PROVINCE, "分析员");

        assertThat(brought.counts()).isEqualTo(new Import.Counts(0, 0, shipped.size(), 0));
        assertThat(shipped).hasSizeGreaterThan(30);
    }

    @Test
    void jsonGoesTheSameWay() throws IOException {
        sheets.load(Items.sheet("TI-0301", Map.of()), Catalogue.PROVINCE);
        var changed = documents("TI-0301").get(0).deepCopy().put("promised", 1);
        var bad = json.createObjectNode().put("code", "TI-0302");

        var brought =
                imports.preview("x.json", json.writeValueAsBytes(List.of(changed, bad, 7)), Catalogue.PROVINCE, "分析员");

        assertThat(brought.counts()).isEqualTo(new Import.Counts(0, 1, 0, 2));
        imports.discard(brought.id());
        assertThatThrownBy(() -> imports.load(brought.id(), true, "分析员")).hasMessageContaining("已经加载或放弃");
        assertThat(items.newest(List.of("TI-0301")).get(0).edition()).isEqualTo(1);
    }

    @Test
    void whatNeitherDatabaseNorWorkbookHoldsIsAWrongRowOfItsOwn() {
        var file =
                """
                [{"code": "TI-0701", "name": "看不\\u0000见", "department": "health", "itemType": "01", "promised": 1, "statutory": 2},
                 {"code": "TI-0702\\u0000", "name": "编码不见", "department": "health", "itemType": "01", "promised": 1, "statutory": 2},
                 {"code": "TI-0703", "na\\u0000me": "列名不见", "department": "health", "itemType": "01", "promised": 1, "statutory": 2},
                 {"code": "TI-0704", "name": "整数写成小数", "department": "health", "itemType": "01", "promised": 1.0, "statutory": 2.0},
                 {"code": "TI-0705", "name": "小数", "department": "health", "itemType": "01", "promised": 1.5, "statutory": 1e400},
                 {"code": "TI-0706", "name": "半个字\\ud800", "department": "health", "itemType": "01", "promised": 1, "statutory": 2}]""";

        var brought = imports.preview("坏\u0000.json", file.getBytes(StandardCharsets.UTF_8), Catalogue.PROVINCE, "分析员");

        assertThat(brought.counts()).isEqualTo(new Import.Counts(1, 0, 0, 5));
        assertThat(rows.page(brought.id(), "WRONG", 1).rows())
                .flatExtracting(Import.Row::faults)
                .extracting(fault -> fault.row() + "：" + fault.sentence())
                .contains(
                        "1：“事项名称”含有乱码或者不可见的字符，请重新填写。",
                        "2：“事项编码”含有乱码或者不可见的字符，请重新填写。",
                        "3：缺少“事项名称”。",
                        "5：“承诺办结时限”应为整数。",
                        "5：“法定办结时限”应为整数。",
                        "6：“事项名称”含有乱码或者不可见的字符，请重新填写。");
        assertThat(imports.load(brought.id(), true, "分析员").loaded()).isEqualTo(1);
        assertThat(catalogue.item("TI-0704", "430000").promised()).isEqualTo(1);
    }

    @Test
    void aPreviewThatTheCatalogueHasOvertakenIsNotLoaded() throws IOException {
        sheets.load(Items.sheet("TI-0401", Map.of()), Catalogue.PROVINCE);
        var mine = documents("TI-0401").get(0).deepCopy().put("promised", 2);
        var brought = imports.preview("x.json", json.writeValueAsBytes(List.of(mine)), Catalogue.PROVINCE, "甲");
        sheets.load(Items.sheet("TI-0401", Map.of("promised", "3")), Catalogue.PROVINCE);

        assertThatThrownBy(() -> imports.load(brought.id(), false, "甲"))
                .hasMessageContaining("预览之后有 1 个事项已有新版（TI-0401）");
    }

    @Test
    void whatIsNoWorkbookOrHostileIsRefusedInASentence() throws IOException {
        refused("纯文本".getBytes(StandardCharsets.UTF_8), "文件不是 XLSX 工作簿。旧版 XLS 请另存为 XLSX。");
        refused("{\"items\": 3}".getBytes(StandardCharsets.UTF_8), "JSON 文件应为事项数组，或含有 items 数组的对象。");
        refused("[{\"code\": ".getBytes(StandardCharsets.UTF_8), "JSON 在第 1 行附近无法读取，请检查括号和引号。");
        refused("[]".getBytes(StandardCharsets.UTF_8), "文件中没有事项。");
        refused(bomb(), "文件解压后过大，请检查内容或分批导入。");
        refused(workbook(book -> headed(book, "别的", "事项编码")), "文件中没有名为“事项”的工作表，请使用导入模板。");
        refused(workbook(book -> headed(book, "事项", "事项编码", "颜色")), "工作表“事项”第 1 行有不认识或重复的列：颜色。请对照模板改正。");
    }

    @Test
    void anEntityThatNamesAFileIsNotResolved() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the-secret-of-the-server");
        var plain = workbook(book -> {
            var sheet = headed(book, "事项", "事项编码", "事项名称");
            sheet.inlineString(1, 0, "TI-0601");
            sheet.inlineString(1, 1, "PLACE");
        });
        var hostile = changed(plain, "xl/worksheets/sheet1.xml", xml -> xml.replaceFirst(
                        "<worksheet", "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><worksheet")
                .replace("PLACE", "&e;"));
        assertThat(hostile).isNotEqualTo(plain);

        String read;
        try {
            read = json.writeValueAsString(rows.page(
                    imports.preview("", hostile, Catalogue.PROVINCE, "分析员").id(), "", 1));
        } catch (Problem refused) {
            read = refused.getMessage();
        }
        assertThat(read).doesNotContain("the-secret-of-the-server");
    }

    private static byte[] changed(byte[] workbook, String name, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = ZipFile.builder().setByteArray(workbook).get();
                var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.getEntries())) {
                var content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(name)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aFormulaInACellIsAWrongRow() throws IOException {
        var file = workbook(book -> {
            var sheet = headed(book, "事项", "事项编码", "事项名称", "主管部门", "事项类型", "承诺办结时限", "法定办结时限");
            line(sheet, 1, "TI-0501", "含有公式", "health", "行政许可", 1, 2);
            sheet.formula(1, 5, "1+1");
        });

        var brought = imports.preview("", file, Catalogue.PROVINCE, "分析员");

        assertThat(rows.page(brought.id(), "", 1).rows().get(0).faults())
                .extracting(SheetFault::sentence)
                .contains("单元格含有公式或错误值，请粘贴为文字或数字。");
    }

    @Test
    void aProvincesCatalogueLoadsWhole() throws IOException {
        var all = new ArrayList<ObjectNode>();
        IntStream.rangeClosed(1, 2300).forEach(n -> all.add(item("TL-%04d".formatted(n))));
        var out = new ByteArrayOutputStream();
        writer.write(all, out);

        var began = System.nanoTime();
        var brought = imports.preview("全省.xlsx", out.toByteArray(), Catalogue.PROVINCE, "分析员");
        var shown = System.nanoTime();
        imports.load(brought.id(), false, "分析员");
        var loaded = System.nanoTime();

        LOG.warn(
                "2,300 items, {} kB: preview {} ms, load {} ms",
                out.size() / 1024,
                (shown - began) / 1_000_000,
                (loaded - shown) / 1_000_000);
        assertThat(brought.counts()).isEqualTo(new Import.Counts(2300, 0, 0, 0));
        assertThat(Duration.ofNanos(loaded - began)).as("seconds, not minutes").isLessThan(SOON);
        assertThat(items.newest(List.of("TL-0001", "TL-2300")))
                .allSatisfy(
                        item -> assertThat(item.document().path("materials")).hasSize(5));
    }

    private ObjectNode item(String code) {
        var item = json.createObjectNode()
                .put("code", code)
                .put("name", "全省事项" + code)
                .put("department", "health")
                .put("itemType", "01")
                .put("promised", 5)
                .put("statutory", 20)
                .put("acceptCondition", "符合法定条件的申请人均可提出申请。".repeat(10))
                .put("place", "政务服务大厅");
        for (var n = 1; n <= 5; n++) {
            item.withArray("materials").addObject().put("name", "材料" + n);
        }
        item.withArray("links").addObject().put("name", "受理").put("days", 1);
        return item;
    }

    private List<ObjectNode> documents(String code) {
        return items.newest(List.of(code)).stream().map(StoredItem::document).toList();
    }

    private void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> imports.preview("x", file, Catalogue.PROVINCE, "分析员"))
                .hasMessage(sentence);
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        }
        return out.toByteArray();
    }

    private static Worksheet headed(Workbook book, String name, String... titles) {
        var sheet = book.newWorksheet(name);
        for (var c = 0; c < titles.length; c++) {
            sheet.value(0, c, titles[c]);
        }
        return sheet;
    }

    private static void line(Worksheet sheet, int row, Object... values) {
        for (var c = 0; c < values.length; c++) {
            if (values[c] instanceof Integer number) {
                sheet.value(row, c, number);
            } else {
                sheet.value(row, c, values[c].toString());
            }
        }
    }
}
