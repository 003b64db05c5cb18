package io.onevisit.materials;

import io.onevisit.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read in scans, once every application they were handed in for has been closed for long; the scans stay. */
@Component
class OldReadings implements Perishable {

    private static final String DUE =
            """
            from document_reading r join (
                select d.document_id, max(a.closed_at) as closed, bool_and(a.closed_at is not null) as over,
                    min(a.application_no) as application_no, min(a.owner) as owner
                from application_document d
                join application a on a.month = d.month and a.application_no = d.application_no
                group by d.document_id) x on x.document_id = r.document_id
            where x.over and x.closed < :before\s""";

    private final JdbcClient sql;

    OldReadings(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String rule() {
        return "document-readings";
    }

    @Override
    public List<Due> due(Instant before, Due after, int most, boolean lock) {
        return sql.sql("select r.document_id::text as key, x.closed as at, x.application_no, x.owner " + DUE
                        + """
                        and (x.closed, r.document_id::text) > (:at, :key)
                        order by x.closed, r.document_id::text limit :most\s"""
                        + (lock ? "for update of r skip locked" : ""))
                .param("before", Timestamp.from(before))
                .param("at", Timestamp.from(after.at()))
                .param("key", after.key())
                .param("most", most)
                .query(Due.class)
                .list();
    }

    @Override
    public void remove(List<Due> due) {
        sql.sql("delete from document_reading where document_id = any(cast(:ids as uuid[]))")
                .param("ids", due.stream().map(Due::key).toArray(String[]::new))
                .update();
    }

    @Override
    public long count(Instant before) {
        return sql.sql("select count(*) " + DUE)
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .single();
    }
}
