package io.onevisit.cases;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows of cases, reached by their numbers. A row that a transaction has locked or written is nobody else's until it
 * ends: it is remembered and not asked for again. Whatever changes a row of a case in a transaction goes through here.
 */
@Component
class CaseRows {

    private static final String BY_NO = " where month = ? and case_no = ?";

    private final JdbcClient sql;
    private final Vault vault;

    CaseRows(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    Optional<CaseFile> find(String caseNo) {
        if (!Numbers.isValid(caseNo)) {
            return Optional.empty();
        }
        return held(caseNo).or(() -> select(caseNo, ""));
    }

    /** Nobody else changes the case until this transaction ends. */
    Optional<CaseFile> lock(String caseNo) {
        if (!Numbers.isValid(caseNo)) {
            return Optional.empty();
        }
        return held(caseNo).or(() -> select(caseNo, " for update").map(this::hold));
    }

    private Optional<CaseFile> select(String caseNo, String how) {
        return sql.sql("select * from case_file" + BY_NO + how)
                .params(Numbers.month(caseNo), caseNo)
                .query(this::read)
                .optional();
    }

    List<CaseFile> ofApplication(String applicationNo) {
        return ofApplication(applicationNo, "");
    }

    /** Nobody else changes these cases until this transaction ends. */
    List<CaseFile> lockOfApplication(String applicationNo) {
        return ofApplication(applicationNo, " for update").stream()
                .map(this::hold)
                .toList();
    }

    private List<CaseFile> ofApplication(String applicationNo, String how) {
        return sql.sql("select * from case_file where month = ? and application_no = ? order by case_no" + how)
                .params(Numbers.month(applicationNo), applicationNo)
                .query(this::read)
                .list();
    }

    /** @param insert a statement that returns the row it makes */
    CaseFile add(String insert, Object... values) {
        return hold(sql.sql(insert).params(values).query(this::read).single());
    }

    /** Changes what is known of a case; returns the row as it is now. */
    CaseFile change(String caseNo, String assignments, Object... values) {
        return changeIfKnown(caseNo, assignments, values).orElseThrow(() -> unknown(caseNo));
    }

    Optional<CaseFile> changeIfKnown(String caseNo, String assignments, Object... values) {
        if (!Numbers.isValid(caseNo)) {
            return Optional.empty();
        }
        var all = new ArrayList<>();
        for (var value : values) {
            all.add(value instanceof Instant at ? Timestamp.from(at) : value);
        }
        all.add(Numbers.month(caseNo));
        all.add(caseNo);
        return sql.sql("update case_file set " + assignments + BY_NO + " returning *")
                .params(all)
                .query(this::read)
                .optional()
                .map(this::hold);
    }

    static Problem unknown(String caseNo) {
        return Problem.notFound("case-unknown", "没有办件编号为 " + caseNo + " 的办件，请核对编号。");
    }

    /** Rows that were written in bulk are asked for again. */
    void forget(List<String> caseNos) {
        rows().ifPresent(rows -> caseNos.forEach(rows::remove));
    }

    /** The row, where this transaction has it for itself. */
    Optional<CaseFile> held(String caseNo) {
        return rows().map(rows -> rows.get(caseNo));
    }

    private CaseFile hold(CaseFile file) {
        rows().ifPresent(rows -> rows.put(file.caseNo(), file));
        return file;
    }

    private Optional<Map<String, CaseFile>> rows() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        var held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, this) {});
        }
        return Optional.of(held.rows);
    }

    private static final class Held extends ResourceHolderSupport {
        private final Map<String, CaseFile> rows = new HashMap<>();
    }

    private CaseFile read(ResultSet row, int n) throws SQLException {
        var result = row.getString("result");
        return new CaseFile(
                row.getString("case_no"),
                row.getString("application_no"),
                row.getString("item_code"),
                row.getInt("item_edition"),
                row.getString("item_variable"),
                row.getString("item_name"),
                row.getString("department"),
                row.getString("region"),
                row.getString("mode"),
                row.getString("handling_level"),
                row.getString("handling_reason"),
                row.getInt("promised"),
                row.getInt("statutory"),
                row.getString("unit"),
                row.getString("counting_rule"),
                row.getString("result_license"),
                row.getString("applicant_name"),
                vault.open(Column.CASE_APPLICANT, row.getString("case_no"), row.getString("applicant_id")),
                CaseState.valueOf(row.getString("state")),
                result == null ? null : CaseResult.valueOf(result),
                row.getString("decision"),
                row.getString("decision_reason"),
                row.getString("decided_by"),
                row.getString("license_id"),
                row.getString("channel"),
                row.getBoolean("substantive"),
                row.getBoolean("on_promise"),
                row.getString("delivery"),
                instant(row, "submitted_at"),
                instant(row, "accepted_at"),
                instant(row, "closed_at"),
                instant(row, "delivered_at"),
                instant(row, "blue_at"),
                instant(row, "yellow_at"),
                instant(row, "red_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
