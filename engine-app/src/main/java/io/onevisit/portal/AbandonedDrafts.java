package io.onevisit.portal;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that nobody has saved for long, with the files uploaded for them. */
@Component
class AbandonedDrafts implements Perishable {

    private final PerishableRows rows;
    private final Drafts drafts;

    AbandonedDrafts(JdbcClient sql, Drafts drafts) {
        this.rows = new PerishableRows(sql, "abandoned-drafts", "draft", new Key("id", "uuid"), "saved_at")
                .ownedBy("owner");
        this.drafts = drafts;
    }

    @Override
    public String rule() {
        return rows.rule();
    }

    @Override
    public List<Due> due(Instant before, Due after, int most, boolean lock) {
        return rows.due(before, after, most, lock);
    }

    @Override
    public void remove(List<Due> due) {
        due.forEach(draft -> drafts.lapse(UUID.fromString(draft.key())));
    }

    @Override
    public long count(Instant before) {
        return rows.count(before);
    }
}
