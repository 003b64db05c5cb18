package io.onevisit.papers;

import io.onevisit.cases.Numbers;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers: written once in the act's own transaction, never changed. */
@Component
public class Papers {

    /** Without letters and digits that are taken for one another on paper. */
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int CODE_LENGTH = 10;

    private final JdbcClient sql;
    private final Numbers numbers;
    private final Vault vault;
    private final Clock time;
    private final SecureRandom random = new SecureRandom();

    Papers(JdbcClient sql, Numbers numbers, Vault vault, Clock time) {
        this.sql = sql;
        this.numbers = numbers;
        this.vault = vault;
        this.time = time;
    }

    /** Returns its number. */
    String write(Text text) {
        var now = time.instant();
        var no = numbers.next('D', text.region(), now);
        sql.sql(
                        """
                        insert into paper (no, kind, title, application_no, case_no, issuer, addressee, subject, paragraphs,
                            code, issued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        no,
                        text.kind().name(),
                        text.title(),
                        text.applicationNo(),
                        text.caseNo(),
                        text.issuer(),
                        text.addressee(),
                        text.subject(),
                        vault.sealTexts(Column.PAPER_PARAGRAPHS, no, text.paragraphs()),
                        code(),
                        Timestamp.from(now))
                .update();
        return no;
    }

    /** An application's papers, the oldest first. */
    public List<Paper> of(String applicationNo) {
        return sql.sql("select * from paper where application_no = ? order by issued_at, no")
                .param(applicationNo)
                .query(this::paper)
                .list();
    }

    public Optional<Paper> find(String no) {
        return sql.sql("select * from paper where no = ?")
                .param(no)
                .query(this::paper)
                .optional();
    }

    private String code() {
        var code = new StringBuilder();
        random.ints(CODE_LENGTH, 0, LETTERS.length()).forEach(n -> code.append(LETTERS.charAt(n)));
        return code.toString();
    }

    private Paper paper(ResultSet row, int n) throws SQLException {
        return new Paper(
                row.getString("no"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("application_no"),
                row.getString("case_no"),
                row.getString("issuer"),
                row.getString("addressee"),
                row.getString("subject"),
                vault.openTexts(Column.PAPER_PARAGRAPHS, row.getString("no"), List.of((String[])
                        row.getArray("paragraphs").getArray())),
                row.getString("code"),
                row.getTimestamp("issued_at").toInstant());
    }

    /**
     * What a paper shall say.
     *
     * @param applicationNo {@code null} where nothing was applied for yet
     */
    record Text(
            PaperKind kind,
            String title,
            String region,
            String applicationNo,
            String caseNo,
            String issuer,
            String addressee,
            String subject,
            List<String> paragraphs) {}
}
