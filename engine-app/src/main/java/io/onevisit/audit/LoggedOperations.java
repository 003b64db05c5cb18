package io.onevisit.audit;

import io.onevisit.engine.NumberRange;
import io.onevisit.engine.RowView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The acts on running processes and on supervision among all entries, for those who supervise: neither looks nor sessions,
 * nor from where somebody acted. Answered from the index {@code audit_entry_operation}, which holds these acts alone.
 */
@Component
public class LoggedOperations {

    private static final List<Verb> ALL =
            Arrays.stream(Verb.values()).filter(Verb::operates).toList();

    private final JdbcClient sql;

    LoggedOperations(JdbcClient sql) {
        this.sql = sql;
    }

    public static List<Verb> verbs() {
        return ALL;
    }

    /**
     * @param who user name or a part of the name, empty for everybody
     * @param verb {@code null} for all
     * @param number of the thing itself, its case or its application; empty for all
     * @param numbers the division: who acted belongs to it, or what was acted on lies in it
     * @param before only what is older than this one, by {@link Operation#id}
     */
    public record Asked(
            String who,
            Verb verb,
            String number,
            LocalDate from,
            LocalDate until,
            NumberRange numbers,
            long before,
            int most) {}

    /** @param done false where it was refused or broke off: then nothing has changed */
    public record Operation(
            long id,
            Instant at,
            String region,
            String name,
            String department,
            Verb verb,
            Kind kind,
            String number,
            String applicationNo,
            String caseNo,
            String detail,
            String purpose,
            boolean done,
            String code) {}

    /** The newest first. */
    public List<Operation> find(Asked asked) {
        var conditions = new StringBuilder("verb in (" + quoted(asked.verb) + ")");
        if (!asked.who.isBlank()) {
            conditions.append(" and (account = :who or position(:who in name) > 0)");
        }
        if (!asked.number.isBlank()) {
            conditions.append(" and :number in (number, application_no, case_no)");
        }
        var statement =
                """
                select id, at, region, name, department, verb, kind, number, application_no, case_no, detail, purpose,
                       result = 'DONE' as done, code
                from audit_entry
                where %s and id < :before and month between :first_month and :last_month and day between :from and :until
                  and (region between :first and :last
                       or application_no <> '' and ltrim(application_no, :letters) between :first and :last
                       or number ~ '^[A-Z]?[0-9]{22}$' and ltrim(number, :letters) between :first and :last)
                order by id desc limit :most"""
                        .formatted(conditions);
        return RowView.whole(() -> sql.sql(statement)
                .params(asked.numbers.params())
                .param("who", asked.who.strip())
                .param("number", asked.number.strip())
                .param("before", asked.before)
                .param("first_month", asked.from.withDayOfMonth(1))
                .param("last_month", asked.until.withDayOfMonth(1))
                .param("from", asked.from)
                .param("until", asked.until)
                .param("most", asked.most)
                .query(Operation.class)
                .list());
    }

    /** As constants, which the index is chosen by; they are names of ours. */
    private static String quoted(Verb one) {
        return (one == null ? ALL : List.of(one))
                .stream().map(verb -> "'" + verb.name() + "'").collect(Collectors.joining(", "));
    }
}
