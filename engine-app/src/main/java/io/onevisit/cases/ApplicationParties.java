package io.onevisit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.IdNumber;
import io.onevisit.retention.Rules;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose matter an application is: the applicant, everybody whose identity number stands in its answers, who filed it,
 * and who represents the legal person it is for.
 * Officers among them stand back (回避). Kept as keyed hashes; applications from before the table get theirs at the start,
 * but those whose time is over ({@link OldParties}).
 */
@Component
class ApplicationParties implements ApplicationRunner {

    private static final int PORTION = 500;

    private final JdbcClient sql;
    private final Vault vault;
    private final ObjectMapper json;
    private final Rules rules;
    private final Clock time;

    ApplicationParties(JdbcClient sql, Vault vault, ObjectMapper json, Rules rules, Clock time) {
        this.rules = rules;
        this.time = time;
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    void keep(String no, String applicantId, String owner, String agent, Map<String, Object> answers) {
        var numbers = new TreeSet<String>();
        numbers.add(applicantId);
        identityNumbers(answers, numbers);
        sql.sql(
                        """
                        insert into party (application_no, id_no_key)
                        select :no, key from unnest(:keys::text[]) key
                        union select :no, id_no_key from account where username in (:owner, :agent) and id_no_key is not null
                        union select :no, a.id_no_key from legal_person l join account a on a.username = l.representative
                        where l.account = :owner and a.id_no_key is not null
                        on conflict do nothing""")
                .param("no", no)
                .param(
                        "keys",
                        numbers.stream()
                                .filter(number -> !number.isEmpty())
                                .map(number -> vault.key(Kind.ID_NO, number))
                                .toArray(String[]::new))
                .param("owner", owner)
                .param("agent", agent)
                .update();
    }

    @Override
    public void run(ApplicationArguments args) {
        var last = "";
        for (var portion = without(last); !portion.isEmpty(); portion = without(last)) {
            portion.forEach(one -> keep(one.applicationNo(), applicant(one), one.owner(), one.agent(), answers(one)));
            last = portion.get(portion.size() - 1).applicationNo();
        }
    }

    private List<Stored> without(String last) {
        return sql.sql(
                        """
                        select application_no, applicant_id, owner, coalesce(agent, '') as agent, answers::text as answers from application a
                        where application_no > :last and (closed_at is null or closed_at >= :kept)
                          and not exists (select from party p where p.application_no = a.application_no)
                        order by application_no limit :portion""")
                .param("last", last)
                .param("kept", Timestamp.from(rules.before(OldParties.RULE, time.instant())))
                .param("portion", PORTION)
                .query(Stored.class)
                .list();
    }

    private String applicant(Stored one) {
        return vault.open(Column.APPLICATION_APPLICANT, one.applicationNo(), one.applicantId());
    }

    private Map<String, Object> answers(Stored one) {
        try {
            return json.readValue(
                    vault.openJson(Column.APPLICATION_ANSWERS, one.applicationNo(), one.answers()),
                    new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers of " + one.applicationNo() + " cannot be read", e);
        }
    }

    private static void identityNumbers(Object answer, Set<String> found) {
        if (answer instanceof Map<?, ?> fields) {
            fields.values().forEach(field -> identityNumbers(field, found));
        } else if (answer instanceof Iterable<?> many) {
            many.forEach(one -> identityNumbers(one, found));
        } else if (answer instanceof String text && IdNumber.valid(text.strip().toUpperCase())) {
            found.add(text.strip().toUpperCase());
        }
    }

    record Stored(String applicationNo, String applicantId, String owner, String agent, String answers) {}
}
