package io.onevisit.distribution;

import io.onevisit.cases.Numbers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of where cases went; rows are only ever added. */
@Component
public class Distributions {

    private static final String ROW =
            """
            select case_no, number, department, group_name, region, officer, reason, rule, decision_version,
                facts::text, mode, who, at
            from distribution where month = :month and case_no = :no""";

    private final JdbcClient sql;
    private final Clock time;

    Distributions(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /** Where the case is now; empty where it was never given to people. */
    public Optional<Distribution> current(String caseNo) {
        var history = of(caseNo);
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

    /** Everywhere the case was, the first first. */
    public List<Distribution> of(String caseNo) {
        return sql.sql(ROW + " order by number")
                .param("month", Numbers.month(caseNo))
                .param("no", caseNo)
                .query(Distribution.class)
                .list();
    }

    /** As {@link #current}, and nobody else changes it until this transaction ends. */
    Optional<Distribution> lock(String caseNo) {
        sql.sql("select 1 from distribution where month = ? and case_no = ? and number = 1 for update")
                .params(Numbers.month(caseNo), caseNo)
                .query(Integer.class)
                .list();
        return current(caseNo);
    }

    void add(Distribution row) {
        sql.sql(
                        """
                        insert into distribution (month, case_no, number, department, group_name, region, officer, reason,
                            rule, decision_version, facts, mode, who, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .params(
                        Numbers.month(row.caseNo()),
                        row.caseNo(),
                        row.number(),
                        row.department(),
                        row.groupName(),
                        row.region(),
                        row.officer(),
                        row.reason(),
                        row.rule(),
                        row.decisionVersion(),
                        row.facts(),
                        row.mode(),
                        row.who(),
                        Timestamp.from(row.at() == null ? time.instant() : row.at()))
                .update();
    }

    void markCorrected(String caseNo) {
        sql.sql("update distribution set corrected = true where month = ? and case_no = ? and number = 1")
                .params(Numbers.month(caseNo), caseNo)
                .update();
    }
}
