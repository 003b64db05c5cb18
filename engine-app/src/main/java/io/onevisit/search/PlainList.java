package io.onevisit.search;

import io.onevisit.bundles.Bundles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What can be done without an index: bundles and items in the order of the list, those whose name holds the words first. */
@Component
class PlainList {

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Clock time;

    PlainList(JdbcClient sql, Bundles bundles, Clock time) {
        this.sql = sql;
        this.bundles = bundles;
        this.time = time;
    }

    List<Hit> list(Query query) {
        var all = everything(query);
        var first = new ArrayList<>(
                all.stream().filter(hit -> holds(hit, query.q())).toList());
        all.stream().filter(hit -> !holds(hit, query.q())).forEach(first::add);
        return first.stream().limit(query.size()).toList();
    }

    /** Only those whose name or code holds the words. */
    List<Hit> holding(Query query) {
        return everything(query).stream()
                .filter(hit -> holds(hit, query.q()))
                .limit(query.size())
                .toList();
    }

    private static boolean holds(Hit hit, String q) {
        var asked = Words.plain(q);
        return Words.plain(hit.name()).contains(asked) || Words.plain(hit.key()).equals(asked);
    }

    private List<Hit> everything(Query query) {
        var all = new ArrayList<Hit>();
        if (query.type().filter(type -> type == Kind.ITEM).isEmpty()) {
            bundles.published().forEach(bundle -> all.add(plain(Kind.BUNDLE, bundle.key(), bundle.name())));
        }
        if (query.type().filter(type -> type == Kind.BUNDLE).isEmpty()) {
            all.addAll(items(query));
        }
        return all;
    }

    private List<Hit> items(Query query) {
        return sql.sql(
                        """
                        select code, name from (select distinct on (code) * from service_item
                            where region = any (:regions) and status <> 'WITHDRAWN'
                                and (effective_from is null or effective_from <= :today)
                            order by code, length(region) desc, region desc, edition desc) i
                        where effective_to is null or effective_to >= :today order by code""")
                .param("regions", query.lineage().toArray(String[]::new))
                .param("today", LocalDate.ofInstant(time.instant(), ZoneId.of("Asia/Shanghai")))
                .query((row, n) -> plain(Kind.ITEM, row.getString("code"), row.getString("name")))
                .list();
    }

    private static Hit plain(Kind type, String key, String name) {
        return new Hit(type, key, name, HtmlUtils.htmlEscape(name, "UTF-8"), null);
    }
}
