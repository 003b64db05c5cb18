package io.onevisit.materials;

import io.onevisit.retention.Perishable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that belong to no document any more: a server stopped between the deletion of a row and that of its file. */
@Component
class OrphanedContents implements Perishable {

    private final JdbcClient sql;
    private final DocumentStore store;
    private final Contents contents;

    OrphanedContents(JdbcClient sql, DocumentStore store, Contents contents) {
        this.sql = sql;
        this.store = store;
        this.contents = contents;
    }

    @Override
    public String rule() {
        return "orphaned-contents";
    }

    @Override
    public List<Due> due(Instant before, Due after, int most, boolean lock) {
        return orphans(before)
                .filter(due -> order().compare(due, after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public void remove(List<Due> due) {
        due.forEach(file -> contents.deleteAfterwards(file.key()));
    }

    @Override
    public long count(Instant before) {
        return orphans(before).count();
    }

    private Stream<Due> orphans(Instant before) {
        var used = used();
        return store.contents().stream()
                .filter(file -> file.storedAt().isBefore(before) && !used.contains(file.sha256()))
                .map(file -> new Due(file.sha256(), file.storedAt(), null, null))
                .sorted(order());
    }

    private Set<String> used() {
        return new HashSet<>(sql.sql("select trim(sha256) from document union select trim(sha256) from document_page")
                .query(String.class)
                .list());
    }

    private static Comparator<Due> order() {
        return Comparator.comparing(Due::at).thenComparing(Due::key);
    }
}
