package io.onevisit.handoff;

import io.onevisit.cases.Numbers;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox of callbacks, and how far each case has got in them. */
@Component
class CallbackRows {

    private final JdbcClient sql;
    private final Vault vault;
    private final Clock time;

    CallbackRows(JdbcClient sql, Vault vault, Clock time) {
        this.sql = sql;
        this.vault = vault;
        this.time = time;
    }

    /** Number of the last message that took effect; the case is locked until the transaction ends. */
    int lock(String caseNo) {
        sql.sql("insert into handoff_progress (case_no, sequence) values (:no, 0) on conflict do nothing")
                .param("no", caseNo)
                .update();
        return sql.sql("select sequence from handoff_progress where case_no = :no for update")
                .param("no", caseNo)
                .query(Integer.class)
                .single();
    }

    void advance(String caseNo, int sequence) {
        sql.sql("update handoff_progress set sequence = greatest(sequence, :sequence) where case_no = :no")
                .param("sequence", sequence)
                .param("no", caseNo)
                .update();
    }

    Optional<Row> find(String department, String messageId) {
        return sql.sql(
                        "select message_id, department, body, status from handoff_inbox where department = :d and message_id = :id")
                .param("d", department)
                .param("id", messageId)
                .query(this::row)
                .optional();
    }

    /** Whether what came under this number was refused, so that it may be said again. */
    boolean onlyRefused(String caseNo, int sequence) {
        return sql.sql(
                        """
                        select coalesce(bool_and(status = 'REFUSED'), false) from handoff_inbox
                        where case_no = :no and sequence = :sequence and status in ('REFUSED', 'APPLIED')""")
                .param("no", caseNo)
                .param("sequence", sequence)
                .query(Boolean.class)
                .single();
    }

    /** Messages of the case that wait for their turn, in order. */
    List<Row> early(String caseNo) {
        return sql.sql(
                        """
                        select message_id, department, body, status from handoff_inbox
                        where case_no = :no and status = 'EARLY' order by sequence, received_at""")
                .param("no", caseNo)
                .query(this::row)
                .list();
    }

    /** Cases for which messages wait, those not tried for longest first: none starves behind others that wait long. */
    List<String> casesWithEarly(int limit) {
        return sql.sql(
                        """
                        select case_no from handoff_inbox where status = 'EARLY'
                        group by case_no order by min(coalesce(tried_at, received_at)) limit :limit""")
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Whatever still waits for this case has had its turn. */
    void tried(String caseNo) {
        sql.sql("update handoff_inbox set tried_at = :now where case_no = :no and status = 'EARLY'")
                .param("now", Timestamp.from(time.instant()))
                .param("no", caseNo)
                .update();
    }

    /** Writes what became of a message; what was early or refused before may change. */
    void write(String department, String messageId, Callback said, String body, String status, String reason) {
        var now = Timestamp.from(time.instant());
        sql.sql(
                        """
                        insert into handoff_inbox (department, message_id, month, case_no, kind, sequence, said_at, body,
                                                   status, reason, received_at, applied_at)
                        values (:department, :id, :month, :no, :kind, :sequence, :saidAt, :body, :status, :reason, :now,
                                :appliedAt)
                        on conflict (department, message_id) do update
                          set status = excluded.status, reason = excluded.reason, applied_at = excluded.applied_at
                          where handoff_inbox.status in ('EARLY', 'REFUSED')""")
                .param("department", department)
                .param("id", messageId)
                .param("month", Numbers.month(said.caseNo()))
                .param("no", said.caseNo())
                .param("kind", said.kind().name())
                .param("sequence", said.sequence())
                .param("saidAt", said.at() == null ? null : Timestamp.from(said.at()))
                .param("body", vault.seal(Column.CALLBACK_BODY, department + " " + messageId, body))
                .param("status", status)
                .param("reason", reason)
                .param("now", now)
                .param("appliedAt", "APPLIED".equals(status) ? now : null)
                .update();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var department = row.getString("department");
        var id = row.getString("message_id");
        return new Row(
                id,
                department,
                vault.open(Column.CALLBACK_BODY, department + " " + id, row.getString("body")),
                row.getString("status"));
    }

    record Row(String messageId, String department, String body, String status) {}
}
