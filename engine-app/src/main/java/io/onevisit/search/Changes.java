package io.onevisit.search;

import io.onevisit.bundles.BundlePublished;
import io.onevisit.catalogue.ItemsChanged;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the index has still to learn, kept in the database: written with the change itself, forgotten once it is indexed. */
@Component
class Changes {

    private final JdbcClient sql;

    Changes(JdbcClient sql) {
        this.sql = sql;
    }

    record Thing(Kind type, String key) {}

    /** @param at when it changed last; a change after this is another one */
    record Change(Kind type, String key, Instant at) {
        Thing thing() {
            return new Thing(type, key);
        }
    }

    @EventListener
    void published(BundlePublished bundle) {
        note(Kind.BUNDLE, List.of(bundle.key()));
    }

    @EventListener
    void changed(ItemsChanged items) {
        note(Kind.ITEM, items.codes());
    }

    void note(Kind type, List<String> keys) {
        sql.sql(
                        """
                        insert into search_change (type, key) select distinct :type, k from unnest(:keys::text[]) k order by k
                        on conflict (type, key) do update set changed_at = clock_timestamp()""")
                .param("type", type.name())
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** The oldest ones. */
    List<Change> waiting(int most) {
        return sql.sql("select type, key, changed_at as at from search_change order by changed_at limit :most")
                .param("most", most)
                .query(Change.class)
                .list();
    }

    int count() {
        return sql.sql("select count(*) from search_change")
                .query(Integer.class)
                .single();
    }

    void done(List<Change> changes) {
        for (var change : changes) {
            sql.sql("delete from search_change where type = ? and key = ? and changed_at = ?")
                    .params(change.type().name(), change.key(), java.sql.Timestamp.from(change.at()))
                    .update();
        }
    }
}
