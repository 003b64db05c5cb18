package io.onevisit.cases;

import io.onevisit.delegation.Actings;
import io.onevisit.identity.Account;
import io.onevisit.vault.Vault;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose applications are whose: one's own, those of a legal person one represents, and those one made under a mandate that
 * is still good. {@code application_followed_by} in the database says the same of one row.
 */
@Component
public class OwnApplications {

    private final JdbcClient sql;
    private final Actings actings;
    private final Vault vault;
    private final ApplicationRow rows;

    OwnApplications(JdbcClient sql, Actings actings, Vault vault) {
        this.vault = vault;
        this.rows = new ApplicationRow(vault);
        this.sql = sql;
        this.actings = actings;
    }

    /** Whether the application is for this person to follow and act on; from then on the request is on the applicant's behalf. */
    public boolean follows(Account person, Application application) {
        if (application.belongsTo(person.username(), person.idNo())) {
            return true;
        }
        if (!actings.follows(person, application.owner(), application.mandate())) {
            return false;
        }
        actings.onBehalf(application.owner(), application.applicantName());
        return true;
    }

    /** Whether it is a matter of this person's or of a legal person they represent, not of somebody they act for. */
    public boolean isTheirs(Account person, Application application) {
        return application.belongsTo(person.username(), person.idNo())
                || actings.follows(person, application.owner(), null);
    }

    /** The newest of those. */
    public List<Application> theirs(Account person) {
        return of(person).stream()
                .filter(application -> application.mandate() == null || isTheirs(person, application))
                .toList();
    }

    /** The newest of them, also what a window took in for this person. */
    public List<Application> of(Account person) {
        return sql.sql(
                        """
                        select * from application
                        where owner = any (array(select account from legal_person where representative = :person) || :person)
                           or applicant_key = :idNo
                           or mandate = any (array(select id from mandate where agent = :person and mandate_good(id, :person, :today)))
                        order by submitted_at desc limit 200""")
                .param("person", person.username())
                .param("idNo", person.idNo() == null ? "-" : vault.key(Vault.Kind.ID_NO, person.idNo()))
                .param("today", actings.today())
                .query(rows)
                .list();
    }
}
