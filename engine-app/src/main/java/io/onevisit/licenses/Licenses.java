package io.onevisit.licenses;

import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of e-licenses: whose they are, who may use them for what, and who did. */
@Component
@Transactional
public class Licenses {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long a consent is good (示例). */
    public static final Duration CONSENT = Duration.ofDays(90);

    private final JdbcClient sql;
    private final LicenseRows rows;
    private final LicenseTypes types;
    private final UseJournal journal;
    private final Vault vault;

    Licenses(JdbcClient sql, LicenseRows rows, LicenseTypes types, UseJournal journal, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.rows = rows;
        this.types = types;
        this.journal = journal;
    }

    /** All licenses a person holds, newest first, expired and revoked ones too. */
    public List<License> of(String holderIdNo) {
        return rows.of(holderIdNo);
    }

    public Optional<License> find(String identifier) {
        return rows.find(identifier);
    }

    /** A person's license of a type that may be used today. */
    public Optional<License> good(String holderIdNo, String type) {
        return of(holderIdNo).stream()
                .filter(license -> license.type().equals(type) && license.good(today()))
                .findFirst();
    }

    /** Whether a person may speak for the holder of a license: himself, or husband or wife by a good certificate of both. */
    public boolean speaksFor(String personIdNo, String holderIdNo) {
        return personIdNo.equals(holderIdNo)
                || of(personIdNo).stream()
                        .filter(license -> types.type(license.type()).family() && usable(license))
                        .anyMatch(license -> license.names(holderIdNo));
    }

    /**
     * Records a consent: these types, for this application, for this purpose, until then. Where who gives it may not speak
     * for the holder there is none, and the paper has to be handed in.
     */
    public void authorise(
            String applicationNo,
            String personIdNo,
            String holderIdNo,
            Collection<String> types,
            String purpose,
            Instant until) {
        if (!speaksFor(personIdNo, holderIdNo)) {
            return;
        }
        for (var type : types) {
            sql.sql(
                            """
                            insert into license_authorisation
                              (id, application_no, holder_id_no, type, purpose, granted_at, valid_until)
                            values (:id, :applicationNo, :holder, :type, :purpose, now(), :until)
                            on conflict (application_no, holder_id_no, type) do nothing""")
                    .param("id", UUID.randomUUID())
                    .param("applicationNo", applicationNo)
                    .param("holder", vault.key(Kind.ID_NO, holderIdNo))
                    .param("type", type)
                    .param("purpose", purpose)
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Looks a license up under the consent given for the application, and writes down that it was looked up. */
    public Answer lookUp(LookUp question) {
        var answer = authorisation(question)
                .map(consent -> answer(question, consent))
                .orElseGet(() -> new Answer(Answer.Result.NO_CONSENT, Optional.empty(), null));
        journal.write(question, answer);
        return answer;
    }

    /** The uses of anybody's licenses for an application, oldest first. */
    public List<Use> uses(String applicationNo) {
        return journal.of(applicationNo);
    }

    /** The newest uses of what a person holds, whoever asked for which application. */
    public List<Use> usesOf(String holderIdNo, int most) {
        return journal.ofHolder(holderIdNo, most);
    }

    public void revoke(String identifier) {
        sql.sql("update license set status = 'REVOKED' where identifier = :identifier")
                .param("identifier", identifier)
                .update();
    }

    private Answer answer(LookUp question, UUID consent) {
        var held = of(question.holderIdNo()).stream()
                .filter(license -> license.type().equals(question.type()))
                .toList();
        var good = held.stream().filter(license -> license.good(today())).findFirst();
        if (good.isPresent()) {
            return new Answer(Answer.Result.FOUND, good, consent);
        }
        var why = held.isEmpty()
                ? Answer.Result.NONE
                : held.get(0).revoked() ? Answer.Result.REVOKED : Answer.Result.EXPIRED;
        return new Answer(why, Optional.empty(), consent);
    }

    /** Held until the look-up is written down, so that a withdrawal comes before it or after it. */
    private Optional<UUID> authorisation(LookUp question) {
        return sql.sql(
                        """
                        select id from license_authorisation
                        where application_no = :applicationNo and holder_id_no = :holder and type = :type
                          and withdrawn_at is null and valid_until > now() for share""")
                .param("applicationNo", question.applicationNo())
                .param("holder", vault.key(Kind.ID_NO, question.holderIdNo()))
                .param("type", question.type())
                .query(UUID.class)
                .optional();
    }

    /** Whether a consent was neither taken back nor has run out. */
    public boolean consented(UUID authorisationId) {
        return sql.sql(
                        """
                        select exists (select from license_authorisation
                            where id = ? and withdrawn_at is null and valid_until > now())""")
                .param(authorisationId)
                .query(Boolean.class)
                .single();
    }

    /** Neither revoked nor expired today. */
    public static boolean usable(License license) {
        return license.good(today());
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /**
     * One line of the journal of use.
     *
     * @param onBehalfOf keyed hash of the holder's identity number
     */
    public record Use(
            Instant at,
            String who,
            String onBehalfOf,
            String caseNo,
            String type,
            String identifier,
            List<String> fields,
            String purpose,
            Answer.Result result) {}
}
