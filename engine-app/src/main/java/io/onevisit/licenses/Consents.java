package io.onevisit.licenses;

import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents people gave to the use of licenses, and their withdrawal (个人信息保护法 art. 15): from then on nothing is
 * looked up under them; what was read before stays lawful and in the journal of use.
 */
@Component
@Transactional
public class Consents {

    private static final String COLUMNS =
            """
            select id, application_no, holder_id_no, type, purpose, granted_at, valid_until, withdrawn_at, withdrawn_by
            from license_authorisation\s""";

    private final JdbcClient sql;
    private final UseJournal journal;
    private final Vault vault;

    Consents(JdbcClient sql, UseJournal journal, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.journal = journal;
    }

    /** Those given for these applications, whoever's license it is, newest first. */
    public List<Consent> of(Collection<String> applicationNos) {
        return applicationNos.isEmpty()
                ? List.of()
                : sql.sql(COLUMNS + "where application_no in (:nos) order by granted_at desc, application_no, type")
                        .param("nos", applicationNos)
                        .query(Consent.class)
                        .list();
    }

    /** Those about a person's own licenses, whoever applied, newest first. */
    public List<Consent> ofHolder(String idNo) {
        return sql.sql(COLUMNS + "where holder_id_no = ? order by granted_at desc, application_no, type limit 200")
                .param(vault.key(Kind.ID_NO, idNo))
                .query(Consent.class)
                .list();
    }

    /** Whether the license in question is that of the person with this identity number. */
    public boolean concerns(Consent consent, String idNo) {
        return idNo != null && consent.holderIdNo().equals(vault.key(Kind.ID_NO, idNo));
    }

    public Optional<Consent> find(UUID id) {
        return sql.sql(COLUMNS + "where id = ?").param(id).query(Consent.class).optional();
    }

    /** What was looked up under a consent, oldest first. */
    public List<Licenses.Use> uses(UUID id) {
        return journal.under(id);
    }

    /** Takes a consent back; false where that was done before. A look-up under way is waited for and counts as before. */
    public boolean withdraw(UUID id, String who, Instant at) {
        return sql.sql(
                                """
                                update license_authorisation set withdrawn_at = ?, withdrawn_by = ?
                                where id = ? and withdrawn_at is null""")
                        .params(Timestamp.from(at), who, id)
                        .update()
                > 0;
    }
}
