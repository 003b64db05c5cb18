package io.onevisit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the planner how each query is answered and notes those that read a large table from end to end. */
final class Plans {

    /** A table so small that reading it whole is the fastest way. */
    private static final long SMALL = 10_000;

    private final Platform platform;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> offenders = new LinkedHashSet<>();

    /** The driver does not print arrays; one value gives the same plan. */
    private static final String ONE_VALUE = "any (array['0'])";

    Plans(Platform platform) {
        this.platform = platform;
    }

    void check(String what, Collection<Queries.Sent> queries) throws Exception {
        for (var query : queries) {
            var question = "explain (format json) " + query.sql().replace("any (?)", ONE_VALUE);
            var answer = query.view().isEmpty()
                    ? platform.ask(question)
                    : asPerson(query.view().get(), question);
            scans(what, json.readTree(answer).get(0).get("Plan"), query.sql());
        }
    }

    /** Row security adds its conditions to what a person reads; the plan is that of their role. */
    private String asPerson(Map<String, String> view, String question) {
        var sql = platform.sql();
        return new TransactionTemplate(new DataSourceTransactionManager(platform.bulk())).execute(status -> {
            view.forEach((name, value) -> sql.sql("select set_config(?, ?, true)")
                    .params("onevisit." + name, value)
                    .query(String.class)
                    .single());
            sql.sql("set local role onevisit_person").update();
            return sql.sql(question).query(String.class).single();
        });
    }

    Collection<String> offenders() {
        return offenders;
    }

    private void scans(String what, JsonNode node, String query) {
        if (node.path("Node Type").asText().equals("Seq Scan")) {
            var table = node.path("Relation Name").asText();
            var rows = platform.sql()
                    .sql("select reltuples::bigint from pg_class where oid = to_regclass(quote_ident(?))")
                    .param(table)
                    .query(Long.class)
                    .single();
            if (rows > SMALL) {
                var line = query.replaceAll("\\s+", " ").strip();
                offenders.add("%s：整表读取 %s（%d 行）：%s"
                        .formatted(what, table, rows, line.length() > 300 ? line.substring(0, 300) + " …" : line));
            }
        }
        node.path("Plans").forEach(inner -> scans(what, inner, query));
    }
}
