package io.onevisit.handoff;

import io.onevisit.cases.Numbers;
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
    private final Clock time;

    CallbackRows(JdbcClient sql, Clock time) {
        this.sql = sql;
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
                .query(Row.class)
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
                .query(Row.class)
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
                .param("body", body)
                .param("status", status)
                .param("reason", reason)
                .param("now", now)
                .param("appliedAt", "APPLIED".equals(status) ? now : null)
                .update();
    }

    record Row(String messageId, String department, String body, String status) {}
}
