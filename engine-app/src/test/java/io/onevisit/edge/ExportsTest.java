package io.onevisit.edge;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No table that is taken away calculates: whatever was typed by strangers stays text in a spreadsheet. */
@PlatformTest
class ExportsTest {

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "+cmd|' /C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "＝1+1");

    /** Who takes each table away; a new one is added here together with what feeds it below. */
    private static final Map<String, Role> KNOWN = Map.ofEntries(
            Map.entry("/api/cockpit/log.csv", Role.SUPERVISOR),
            Map.entry("/api/supervision/self-check.csv", Role.SUPERVISOR),
            Map.entry("/api/supervision/self-check.xlsx", Role.SUPERVISOR),
            Map.entry("/api/supervision/statistics.csv", Role.SUPERVISOR),
            Map.entry("/api/supervision/statistics.xlsx", Role.SUPERVISOR),
            Map.entry("/api/supervision/statistics/{figure}/list.csv", Role.SUPERVISOR),
            Map.entry("/api/supervision/statistics/{figure}/list.xlsx", Role.SUPERVISOR),
            Map.entry("/api/cockpit/operations/{no}/lines.csv", Role.SUPERVISOR),
            Map.entry("/api/cockpit/operations/{no}/lines.xlsx", Role.SUPERVISOR),
            Map.entry("/api/studio/catalogue/template.xlsx", Role.ANALYST),
            Map.entry("/api/studio/catalogue/export.xlsx", Role.ANALYST));

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clocks clocks;

    @Autowired
    ItemSheet sheets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyTableThatIsTakenAwayIsKnownHere() {
        assertThat(tables()).isSubsetOf(KNOWN.keySet()).contains("/api/supervision/self-check.csv");
    }

    @Test
    void noCellIsAFormula() throws Exception {
        feed();
        var operation = operation();
        for (var path : tables()) {
            var who = new People(sql).officer(KNOWN.get(path), null, "430000");
            var content = content(who, path.replace("{figure}", "ACCEPTED").replace("{no}", operation));
            if (path.endsWith(".csv")) {
                noFormula(path, new String(content, StandardCharsets.UTF_8));
            } else {
                noFormulaInWorkbook(path, content);
            }
        }
    }

    private TreeSet<String> tables() {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var made = mapping.getProducesCondition().getProducibleMediaTypes().toString();
            mapping.getPatternValues().stream()
                    .filter(path ->
                            path.matches(".*\\.(csv|xlsx|xls|tsv|ods)") || made.matches(".*(csv|excel|spreadsheet).*"))
                    .forEach(found::add);
        });
        return found;
    }

    private void feed() {
        var number = 0;
        for (var formula : FORMULAS) {
            var no = "4301002026022600009%04d".formatted(++number);
            clocks.start(
                    Clocks.Key.of(no, ClockKind.CASE),
                    new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430100", "health"),
                    Instant.now().minusSeconds(60));
            sql.sql(
                            """
                            insert into card (case_no, kind, light, department, region, due_at, raised_at, issued_at, element, message, basis)
                            values (?, 'CASE', 'RED', ?, '430100', now() - interval '1 hour', now(), now(), ?, ?, ?)""")
                    .params(no, formula, formula, formula, formula)
                    .update();
        }
        sheets.load(
                """
                items:
                  - code: FORMULA-1
                    name: "%s"
                    department: health
                    itemType: '01'
                    promised: 7
                    statutory: 20
                    consultPhone: "%s"
                    place: "%s"
                    materials: [{name: "%s"}]
                """
                        .formatted(FORMULAS.get(0), FORMULAS.get(1), FORMULAS.get(3), FORMULAS.get(2))
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
    }

    /** One whose every word is a formula. */
    private String operation() {
        var no = sql.sql(
                        """
                        insert into operation (kind, state, region, instructions, told, reason, asked_by, asked_name, asked_at)
                        values ('RETRY', 'DONE', '430100', '{}', ?, ?, 'somebody', ?, now()) returning no""")
                .params(new String[] {FORMULAS.get(1)}, FORMULAS.get(0), FORMULAS.get(2))
                .query(String.class)
                .single();
        var place = 0;
        for (var formula : FORMULAS) {
            sql.sql(
                            "insert into operation_line (operation, place, number, state, stood, note) values (?::bigint, ?, ?, 'FAILED', ?, ?)")
                    .params(no, ++place, formula, new String[] {formula}, formula)
                    .update();
        }
        return no;
    }

    private byte[] content(Account who, String path) throws Exception {
        var answer = web.perform(get(path).with(as(who))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).as(path).startsWith("attachment");
        return answer.getContentAsByteArray();
    }

    private static void noFormula(String path, String table) {
        if (path.endsWith("self-check.csv")) {
            assertThat(table).as(path + " holds what was fed").contains("calc'!A0");
        }
        for (var line : table.replace("\uFEFF", "").split("\n")) {
            for (var cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                var text = cell.strip().replaceAll("^\"|\"$", "");
                assertThat(text).as(path).doesNotMatch("(?s)[=+@＝＋－＠\\t\\r].*").doesNotMatch("(?s)-[^0-9].*");
            }
        }
    }

    /** A workbook says of each cell what it is: a text is never calculated, whatever it begins with. */
    private static void noFormulaInWorkbook(String path, byte[] workbook) throws Exception {
        var file = Files.createTempFile("export", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(entry.getName()).as(path).doesNotContain("vbaProject", "externalLink", "connections");
                assertThat(xml).as(path + " " + entry.getName()).doesNotContain("<f>", "<f ", "ddeLink", "<hyperlink");
            }
        } finally {
            Files.delete(file);
        }
    }
}
