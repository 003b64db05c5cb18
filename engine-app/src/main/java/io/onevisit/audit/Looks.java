package io.onevisit.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at somebody's applications, cases and papers: told to whom they belong. */
@Component
public class Looks {

    /** Looks, and what helpers do with a draft. */
    private static final List<String> VERBS = Arrays.stream(Verb.values())
            .filter(verb -> verb.looks() || verb == Verb.TAKE_DRAFT || verb == Verb.FILL_DRAFT || verb == Verb.ASK_WORD)
            .map(Enum::name)
            .toList();

    private final JdbcClient sql;

    Looks(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The looks of one officer at one thing on one day, together; of the officer only department and posts are told.
     *
     * @param id of the last of them
     * @param system name of the system that looked, empty where it was an officer
     * @param roles the posts, by name
     * @param what in words, e.g. 打开或下载材料
     * @param detail what the thing is called
     * @param times how often that day
     */
    public record Look(
            long id,
            Instant at,
            LocalDate day,
            String system,
            String department,
            List<String> roles,
            String what,
            String kind,
            String applicationNo,
            String caseNo,
            String detail,
            String purpose,
            int times) {}

    /**
     * @param drafts the person's drafts, those that have become applications too
     * @param except the account whose own looks are left out
     * @param before only what is older than this look
     */
    public List<Look> at(
            Collection<String> applicationNos, Collection<String> drafts, String except, long before, int most) {
        if (applicationNos.isEmpty() && drafts.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        select max(id) as id, max(at) as at, day, account, name, department, roles, verb, kind, number,
                               application_no, max(case_no) as case_no, max(detail) as detail, max(purpose) as purpose,
                               count(*) as times
                        from audit_entry
                        where (application_no in (:numbers) and application_no <> ''
                               or kind = 'DRAFT' and number in (:drafts)) and result = 'DONE'
                          and verb in (:verbs) and account <> :except
                        group by day, account, name, department, roles, verb, kind, number, application_no
                        having max(id) < :before order by max(id) desc limit :most""")
                .param("numbers", applicationNos.isEmpty() ? List.of("") : applicationNos)
                .param("drafts", drafts.isEmpty() ? List.of("") : drafts)
                .param("verbs", VERBS)
                .param("except", except)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> new Look(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("day", LocalDate.class),
                        row.getString("account").isEmpty() ? row.getString("name") : "",
                        row.getString("department"),
                        List.of(row.getString("roles").split(",")),
                        Verb.valueOf(row.getString("verb")).label(),
                        Kind.valueOf(row.getString("kind")).label(),
                        row.getString("application_no"),
                        row.getString("case_no"),
                        row.getString("detail"),
                        row.getString("purpose"),
                        row.getInt("times")))
                .list();
    }
}
