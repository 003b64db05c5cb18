package io.onevisit.delegation;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scanned papers by which mandates were given (授权委托书): uploaded first, then named by whoever gives the mandate. */
@Component
public class MandatePapers {

    private static final int MOST = 5;

    private final JdbcClient sql;
    private final MandateRows rows;
    private final Clock time;

    MandatePapers(JdbcClient sql, MandateRows rows, Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.time = time;
    }

    /** A document that was uploaded to prove a mandate. */
    public void uploaded(UUID document, Account by) {
        sql.sql("insert into mandate_paper (document_id, uploaded_by, uploaded_at) values (?, ?, ?)")
                .params(document, by.username(), Timestamp.from(time.instant()))
                .update();
    }

    /** The documents that prove a mandate, the oldest first. */
    public List<UUID> of(UUID mandate) {
        return sql.sql("select document_id from mandate_paper where mandate = ? order by uploaded_at, document_id")
                .param(mandate)
                .query(UUID.class)
                .list();
    }

    /** The mandate that a document proves; empty for any other document. */
    public Optional<UUID> mandateOf(UUID document) {
        return sql.sql("select mandate from mandate_paper where document_id = ? and mandate is not null")
                .param(document)
                .query(UUID.class)
                .optional();
    }

    /** Whether this person gave the mandate, or may accept it or did. */
    public boolean concerns(Account person, UUID mandate) {
        return rows.concerns(mandate, person.username(), person.idNo());
    }

    /** Whose mandate it is, by name. */
    public String principal(UUID mandate) {
        return rows.find(mandate).map(Mandate::principalName).orElse("");
    }

    /** A mandate's papers leave with it; returns the documents, which are nobody's then. */
    @Transactional
    public List<UUID> remove(UUID mandate) {
        return sql.sql("delete from mandate_paper where mandate = ? returning document_id")
                .param(mandate)
                .query(UUID.class)
                .list();
    }

    /** A document that no mandate was given by. */
    public void removeUnused(UUID document) {
        sql.sql("delete from mandate_paper where document_id = ? and mandate is null")
                .param(document)
                .update();
    }

    /** Everybody names only what they uploaded themselves, once. */
    void name(UUID mandate, List<UUID> documents, Account by) {
        var wanted = documents.stream().distinct().toList();
        if (wanted.size() + of(mandate).size() > MOST) {
            throw refused("授权委托书最多 5 个文件，多页的请合并为一个 PDF。");
        }
        wanted.forEach(document -> {
            var named = sql.sql(
                            "update mandate_paper set mandate = ? where document_id = ? and uploaded_by = ? and mandate is null")
                    .params(mandate, document, by.username())
                    .update();
            if (named == 0) {
                throw refused("没有找到上传的授权委托书，请重新上传。");
            }
        });
    }

    static Problem refused(String sentence) {
        return Problem.invalid("mandate-paper", sentence).with("field", "papers");
    }
}
