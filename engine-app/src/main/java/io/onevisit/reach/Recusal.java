package io.onevisit.reach;

import io.onevisit.audit.Kind;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Vault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回避: nobody works on what they applied for, are a party to, filed for somebody, rated or asked themselves, under whatever
 * account they did.
 */
@Component
public class Recusal {

    /** Acts on applications are those of applicants and of the window that speaks for them. */
    private static final Map<Kind, String> NUMBER = new EnumMap<>(Map.of(
            Kind.CASE, "select :no",
            Kind.RATING, "select :no",
            Kind.ORDER, "select :no",
            Kind.TASK, "select coalesce(case_no, application_no, subject_no) from work_item where task_id = :no",
            Kind.CARD, "select case_no from card where id = :no::bigint",
            Kind.PAYMENT_ORDER, "select case_no from payment_order where no = :no",
            Kind.INCIDENT, "select business_key from incident_record where id = :no"));

    private final JdbcClient sql;
    private final Vault vault;

    Recusal(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    static boolean knows(Kind kind) {
        return NUMBER.containsKey(kind);
    }

    /** Whether the matter with this number is the officer's own. */
    public boolean concerns(Account officer, String no) {
        return concerns(officer, Kind.CASE, no);
    }

    /** A 409 problem where it is. */
    public void refuse(Account officer, String no) {
        refuse(officer, Kind.CASE, no);
    }

    void refuse(Account officer, Kind kind, String no) {
        if (concerns(officer, kind, no)) {
            throw Problem.conflict("own-case", "您是本办件的申请人、当事人或经办人，依法应当回避，请由其他人员办理。");
        }
    }

    private boolean concerns(Account officer, Kind kind, String typed) {
        var no = kind == Kind.CASE ? typed.strip().replaceFirst("-.*$", "") : typed;
        return sql.sql("select party_to(about.no, :person, :me) is true from (%s) about (no) where about.no is not null"
                        .formatted(NUMBER.get(kind)))
                .param("no", no)
                .param("person", person(officer))
                .param("me", officer.username())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The numbers of applications, ratings and orders that are the officer's own: their tasks are offered to others only. */
    public List<String> own(Account officer) {
        if (officer.registeredIdNo() == null) {
            return List.of();
        }
        return sql.sql("select own_matters(?)")
                .param(person(officer))
                .query(String.class)
                .list();
    }

    private String person(Account officer) {
        return officer.registeredIdNo() == null ? "-" : vault.key(Vault.Kind.ID_NO, officer.registeredIdNo());
    }
}
