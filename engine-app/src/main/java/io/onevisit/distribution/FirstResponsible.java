package io.onevisit.distribution;

import io.onevisit.cases.CaseFile;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.reach.Recusal;
import io.onevisit.vault.Vault;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who dealt with this person first (首接负责): the officer of the newest earlier case at the same department and city. */
@Component
class FirstResponsible {

    private static final int MONTHS = 12;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Recusal recusal;
    private final Vault vault;

    FirstResponsible(JdbcClient sql, Accounts accounts, Recusal recusal, Vault vault) {
        this.vault = vault;
        this.sql = sql;
        this.accounts = accounts;
        this.recusal = recusal;
    }

    /**
     * Looks back twelve months, cases of the same application first; nobody who left, changed office or has to stand back (回避).
     *
     * @param own the division whose unit the case falls to
     * @param citywide whether other units of the city may handle it
     */
    Optional<Account> of(CaseFile file, String own, boolean citywide) {
        return sql
                .sql(
                        """
                        select coalesce(w.ended_by, w.assignee) as officer
                        from case_file c join work_item w on w.application_no = c.application_no and w.case_no = c.case_no
                        where c.applicant_key = :person and c.department = :department and c.case_no <> :no
                          and c.submitted_at > :submitted::timestamptz - make_interval(months => :months)
                          and coalesce(w.ended_by, w.assignee) is not null
                        order by (c.application_no = :application) desc, w.created_at desc limit 5""")
                .param("person", vault.key(Vault.Kind.ID_NO, file.applicantId()))
                .param("department", file.department())
                .param("no", file.caseNo())
                .param("submitted", file.submittedAt().toString())
                .param("months", MONTHS)
                .param("application", file.applicationNo())
                .query(String.class)
                .list()
                .stream()
                .flatMap(officer -> accounts.inEachPost(officer).stream())
                .filter(officer -> officer.is(Role.APPROVER)
                        && file.department().equals(officer.department())
                        && (citywide ? RegionCode.of(own).inSameCityAs(officer.region()) : own.equals(officer.region()))
                        && !recusal.concerns(officer, file.caseNo()))
                .findFirst();
    }
}
