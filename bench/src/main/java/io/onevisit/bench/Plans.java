package io.onevisit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

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

    void check(String what, Collection<String> queries) throws Exception {
        for (var query : queries) {
            var plan = json.readTree(platform.ask("explain (format json) " + query.replace("any (?)", ONE_VALUE)));
            scans(what, plan.get(0).get("Plan"), query);
        }
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
