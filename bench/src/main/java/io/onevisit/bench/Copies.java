package io.onevisit.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows made in bulk out of rows that the platform itself wrote: every column keeps its model's value but for those that
 * are told otherwise, so that a new column needs nothing here.
 */
final class Copies {

    private final JdbcClient sql;
    private final String table;
    private final Map<String, String> told = new LinkedHashMap<>();
    private String models = "true";
    private String numbers = "generate_series(1, 1)";

    private Copies(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    static Copies of(JdbcClient sql, String table) {
        return new Copies(sql, table);
    }

    /** Which rows are copied, as a condition on {@code t}. */
    Copies where(String condition) {
        models = condition;
        return this;
    }

    /** How many copies of each: the numbers {@code n} from … to. */
    Copies each(long from, long to) {
        numbers = "generate_series(%d, %d)".formatted(from, to);
        return this;
    }

    /** The rows of a query, called {@code n}, in place of plain numbers. */
    Copies each(String query) {
        numbers = "(" + query + ")";
        return this;
    }

    /** What a column is instead, in terms of {@code t} and {@code n}. */
    Copies with(String column, String expression) {
        told.put(column, expression);
        return this;
    }

    int insert() {
        var columns = sql.sql(
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
                        order by ordinal_position""")
                .param(table)
                .query(String.class)
                .list();
        if (!columns.containsAll(told.keySet())) {
            throw new IllegalStateException("%s has no column of %s".formatted(table, told.keySet()));
        }
        return sql.sql("insert into %s (%s) select %s from %s t, %s n where %s"
                        .formatted(
                                table,
                                columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", ")),
                                columns.stream()
                                        .map(c -> told.getOrDefault(c, "t.\"" + c + '"'))
                                        .collect(Collectors.joining(", ")),
                                table,
                                numbers,
                                models))
                .update();
    }
}
