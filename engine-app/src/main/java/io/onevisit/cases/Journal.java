package io.onevisit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of what happened to applications and cases. */
@Component
class Journal {

    private final JdbcClient sql;
    private final CaseRows rows;
    private final ObjectMapper json;
    private final Clock time;

    Journal(JdbcClient sql, CaseRows rows, ObjectMapper json, Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
        this.time = time;
    }

    void write(String no, String who, String what, String detail, String basis) {
        write(no, who, what, detail, basis, time.instant());
    }

    void write(String no, String who, String what, String detail, String basis, Instant at) {
        var applicant = rows.held(no).map(CaseFile::applicantName);
        var forWhom = applicant.isPresent()
                ? ":applicant"
                : """
                coalesce(
                    (select applicant_name from case_file where month = :month and case_no = :no),
                    (select applicant_name from application where month = :month and application_no = :no), '')""";
        sql.sql(
                        """
                        insert into journal (month, no, at, who, for_whom, what, detail, basis)
                        values (:month, :no, :at, :who, %s, :what, :detail, :basis)"""
                                .formatted(forWhom))
                .param("month", Numbers.month(no))
                .param("no", no)
                .param("at", Timestamp.from(at))
                .param("who", who)
                .param("applicant", applicant.orElse(null))
                .param("what", what)
                .param("detail", detail == null ? "" : detail)
                .param("basis", basis == null ? "" : basis)
                .update();
    }

    List<JournalEntry> of(String no) {
        return sql.sql(
                        "select no, at, who, for_whom, what, detail, basis from journal where month = ? and no = ? order by id")
                .params(Numbers.month(no), no)
                .query(JournalEntry.class)
                .list();
    }

    Map<String, Object> map(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers cannot be read", e);
        }
    }
}
