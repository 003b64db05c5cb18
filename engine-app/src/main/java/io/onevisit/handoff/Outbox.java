package io.onevisit.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages to departments: written once, sent by a worker as often as it takes, remembered with their receipt. */
@Component
@Transactional
class Outbox {

    private static final int RECEIPT = 4_000;

    private final JdbcClient sql;
    private final Cases cases;
    private final DepartmentSystems systems;
    private final Payload payload;
    private final ObjectMapper json;
    private final Clock time;
    private final Vault vault;

    Outbox(
            JdbcClient sql,
            Cases cases,
            DepartmentSystems systems,
            Payload payload,
            ObjectMapper json,
            Clock time,
            Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.cases = cases;
        this.systems = systems;
        this.payload = payload;
        this.json = json;
        this.time = time;
    }

    /**
     * The message that is due for the case: the first one, the next after each supplement the department asked for, or, once
     * it ended without a decision, that it did.
     */
    Message prepare(String caseNo) {
        var file = cases.get(caseNo);
        var system = systems.enabled(file.department())
                .orElseThrow(() -> Problem.conflict(
                        "department-unconnected", "部门 " + file.department() + " 的业务系统尚未接入或已停用，请联系运维人员。"));
        var ended = EndedCases.endedWithoutDecision(file.state());
        var sequence = 1 + supplementsAsked(caseNo) + (ended ? 1 : 0);
        var kind = ended ? "ENDED" : sequence == 1 ? "APPLY" : "SUPPLEMENT";
        var key = caseNo + ":" + kind + ":" + sequence;
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (:month, :key, :no, :department, :kind, :sequence, :url, :body, 'PREPARED', :now, :now)
                        on conflict (month, key) do update
                          set url = excluded.url, body = excluded.body, status = 'PREPARED', changed_at = excluded.changed_at
                          where handoff_message.status = 'REFUSED'""")
                .param("month", Numbers.month(caseNo))
                .param("key", key)
                .param("no", caseNo)
                .param("department", system.department())
                .param("kind", kind)
                .param("sequence", sequence)
                .param("url", system.url())
                .param("body", vault.seal(Column.MESSAGE_BODY, key, body(file, kind, sequence)))
                .param("now", Timestamp.from(time.instant()))
                .update();
        return messages(caseNo).stream()
                .filter(message -> message.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What came of sending: 2xx means it is there, 4xx that it never will be; workers tell a 409 for a key they know as 200. */
    void told(String key, int httpStatus, String receipt) {
        var caseNo = key.substring(0, Math.max(0, key.indexOf(':')));
        if (!Numbers.isValid(caseNo)) {
            throw Problem.notFound("message-unknown", "没有这条推送消息。");
        }
        var status = httpStatus >= 200 && httpStatus < 300
                ? "SENT"
                : httpStatus >= 400 && httpStatus < 500 ? "REFUSED" : "UNCERTAIN";
        var written = sql.sql(
                        """
                        update handoff_message
                        set status = case when status = 'SENT' then status else :status end, tries = tries + 1,
                            http_status = :http, receipt = :receipt, changed_at = :now
                        where month = :month and key = :key""")
                .param("status", status)
                .param("http", httpStatus)
                .param("receipt", receipt.length() > RECEIPT ? receipt.substring(0, RECEIPT) : receipt)
                .param("now", Timestamp.from(time.instant()))
                .param("month", Numbers.month(caseNo))
                .param("key", key)
                .update();
        if (written == 0) {
            throw Problem.notFound("message-unknown", "没有这条推送消息。");
        }
    }

    List<Message> messages(String caseNo) {
        return sql.sql(
                        """
                        select key, department, url, body, status from handoff_message
                        where month = :month and case_no = :no order by sequence""")
                .param("month", Numbers.month(caseNo))
                .param("no", caseNo)
                .query((row, n) -> new Message(
                        row.getString("key"),
                        row.getString("department"),
                        row.getString("url"),
                        vault.open(Column.MESSAGE_BODY, row.getString("key"), row.getString("body")),
                        row.getString("status")))
                .list();
    }

    private int supplementsAsked(String caseNo) {
        return sql.sql(
                        """
                        select count(*) from handoff_inbox
                        where case_no = :no and kind = 'SUPPLEMENT_REQUESTED' and status = 'APPLIED'""")
                .param("no", caseNo)
                .query(Integer.class)
                .single();
    }

    private String body(CaseFile file, String kind, int sequence) {
        try {
            return json.writeValueAsString(
                    kind.equals("ENDED") ? payload.ended(file, sequence) : payload.of(file, kind, sequence));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message for " + file.caseNo() + " cannot be written", e);
        }
    }

    record Message(String key, String department, String url, String body, String status) {
        boolean sent() {
            return "SENT".equals(status);
        }
    }
}
