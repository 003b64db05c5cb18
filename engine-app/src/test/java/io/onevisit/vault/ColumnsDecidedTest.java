package io.onevisit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.onevisit.PlatformTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks every column of the database that can hold words: it is sealed, it is a keyed hash, or it stands with a reason in
 * the list of those that lie readable. The engine's own tables are left out: what we put there is facts.
 */
@PlatformTest
class ColumnsDecidedTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void everyColumnIsDecided() {
        assertThat(faults(sql)).isEmpty();
    }

    @Test
    void aColumnNobodyDecidedIsFound() {
        var made = JdbcClient.create(owner);
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(transaction -> {
            made.sql("alter table work_order add column street text").update();
            made.sql("create table visit_note (visits jsonb, words text[])").update();
            made.sql("alter table rating_addition rename column text to words").update();

            assertThat(faults(made))
                    .containsExactly(
                            "rating_addition.text: is decided and not there",
                            "rating_addition.words: neither sealed, nor hashed, nor listed with a reason",
                            "visit_note.visits: neither sealed, nor hashed, nor listed with a reason",
                            "visit_note.words: neither sealed, nor hashed, nor listed with a reason",
                            "work_order.street: neither sealed, nor hashed, nor listed with a reason");
            transaction.setRollbackOnly();
        });
    }

    @Test
    void thePersonalOnesStandInTheDocumentation() throws IOException {
        var table = table();
        Files.writeString(Path.of("target/personal-columns.md"), table);

        assertThat(Files.readString(Path.of("../docs/privacy.md")))
                .as("docs/privacy.md holds target/personal-columns.md")
                .contains(table);
    }

    private static List<String> faults(JdbcClient database) {
        var there = new TreeSet<>(database.sql(
                        """
                        select c.relname || '.' || a.attname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relname !~ '^act_'
                          and (t.typname in ('json', 'jsonb', 'xml', 'bytea', 'hstore') or 'S' in (t.typcategory, e.typcategory))""")
                .query(String.class)
                .list());
        var faults = new TreeSet<String>();
        var decided = new TreeSet<String>();
        decided().forEach(column -> {
            if (!decided.add(column)) {
                faults.add(column + ": is decided twice");
            }
        });
        there.stream()
                .filter(column -> !decided.contains(column))
                .forEach(column -> faults.add(column + ": neither sealed, nor hashed, nor listed with a reason"));
        decided.stream()
                .filter(column -> !there.contains(column))
                .forEach(column -> faults.add(column + ": is decided and not there"));
        return List.copyOf(faults);
    }

    private static List<String> decided() {
        var all = new ArrayList<String>();
        for (var column : Column.values()) {
            all.add(column.table() + "." + column.column());
            if (column.keyColumn() != null) {
                all.add(column.table() + "." + column.keyColumn());
            }
        }
        for (var hashed : Hashed.values()) {
            all.add(hashed.table() + "." + hashed.column());
        }
        for (var readable : readable()) {
            readable.columns().forEach((table, names) -> Arrays.stream(names.split(" "))
                    .forEach(name -> all.add(table + "." + name)));
        }
        return all;
    }

    /** Sealed and hashed by table, then the readable ones by reason. */
    private static String table() {
        var rows = new TreeMap<String, List<String>>();
        for (var column : Column.values()) {
            rows.computeIfAbsent(column.table() + " | sealed", key -> new ArrayList<>())
                    .add("`" + column.column() + "`"
                            + (column.keyColumn() == null ? "" : " (found by `" + column.keyColumn() + "`)"));
        }
        for (var hashed : Hashed.values()) {
            rows.computeIfAbsent(hashed.table() + " | hashed", key -> new ArrayList<>())
                    .add("`" + hashed.column() + "`");
        }
        var text = new StringBuilder("| table | how | columns |\n|---|---|---|\n");
        rows.forEach((row, columns) -> text.append("| %s | %s |\n".formatted(code(row), String.join(", ", columns))));
        text.append("\n| readable | why |\n|---|---|\n");
        readable().stream()
                .filter(Readable::personal)
                .forEach(
                        readable -> text.append("| %s | %s |\n".formatted(listed(readable.columns()), readable.why())));
        return text.toString();
    }

    private static String code(String row) {
        return row.replaceFirst("^(\\w+)", "`$1`");
    }

    private static String listed(Map<String, String> columns) {
        var all = new ArrayList<String>();
        columns.forEach((table, names) -> all.add("`%s` %s".formatted(table, names.replace(" ", ", "))));
        return String.join("; ", all);
    }

    private static List<Readable> readable() {
        try (var in = new ClassPathResource("vault/readable.yaml").getInputStream()) {
            return List.of(new YAMLMapper().readValue(in, Readable[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param columns by table, their names with a space between */
    record Readable(String why, boolean personal, Map<String, String> columns) {}
}
