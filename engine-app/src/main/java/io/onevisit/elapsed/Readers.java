package io.onevisit.elapsed;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.OwnApplications;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.reach.Reach;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may see a case's time: its applicant, officers it had a task for, supervisors and operators of its region. */
@Component
class Readers {

    private final Applications applications;
    private final OwnApplications ownApplications;
    private final JdbcClient sql;

    Readers(Applications applications, OwnApplications ownApplications, JdbcClient sql) {
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.sql = sql;
    }

    boolean mayRead(Account person, CaseFile file) {
        return ownApplications.follows(person, applications.get(file.applicationNo()))
                || watches(person, file)
                || hadATask(person, file);
    }

    private static boolean watches(Account person, CaseFile file) {
        return (person.is(Role.SUPERVISOR) || person.is(Role.OPERATOR)) && covers(person, file.region());
    }

    private boolean hadATask(Account person, CaseFile file) {
        return covers(person, file.region())
                && sql.sql(
                                        """
                                select count(*) from work_item
                                where application_no = :application and (case_no is null or case_no = :case)
                                    and candidate in (:groups)""")
                                .param("application", file.applicationNo())
                                .param("case", file.caseNo())
                                .param("groups", person.groups().isEmpty() ? List.of("-") : person.groups())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** A province's people see everything, a city's their city with its counties, a county's only their county. */
    private static boolean covers(Account person, String region) {
        return Reach.of(person).holds(region);
    }
}
