package io.onevisit.elapsed;

import io.onevisit.cases.CaseFile;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.processes.Groups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case waited for and when: incidents, supplements, special procedures, people's tasks, and what lies beneath them. */
@Component
class Spans {

    private static final int BENEATH = 0;
    private static final int TASK = 1;
    private static final int SPECIAL_PROCEDURE = 2;
    private static final int SUPPLEMENT = 3;
    private static final int INCIDENT = 4;

    private final JdbcClient sql;
    private final Clocks clocks;
    private final Catalogue catalogue;

    Spans(JdbcClient sql, Clocks clocks, Catalogue catalogue) {
        this.sql = sql;
        this.clocks = clocks;
        this.catalogue = catalogue;
    }

    List<Span> of(CaseFile file, Instant until) {
        var spans = new ArrayList<Span>();
        spans.add(new Span(Whose.SYSTEM, "平台核验材料、等待前序事项", BENEATH, false, null, file.submittedAt(), file.acceptedAt()));
        if (file.acceptedAt() != null)
            spans.add(new Span(
                    Whose.DEPARTMENT,
                    catalogue.departmentName(file.department()) + "办理",
                    BENEATH,
                    false,
                    null,
                    file.acceptedAt(),
                    null));
        spans.addAll(tasks(file));
        spans.addAll(interruptions(file, until));
        spans.addAll(supplements(file));
        spans.addAll(incidents(file));
        return spans;
    }

    private List<Span> tasks(CaseFile file) {
        return sql.sql(
                        """
                        select name as what, candidate, created_at as begun, ended_at as ended from work_item
                        where application_no = ? and (case_no is null or case_no = ?)""")
                .params(file.applicationNo(), file.caseNo())
                .query((row, n) -> {
                    var window = Groups.WINDOW_CLERKS.equals(row.getString("candidate"));
                    var whose = window ? Whose.WINDOW : Whose.DEPARTMENT;
                    return new Span(
                            whose,
                            row.getString("what"),
                            TASK,
                            false,
                            null,
                            instant(row, "begun"),
                            instant(row, "ended"));
                })
                .list();
    }

    /** Special procedures and stops are in the ledger; a stop for a supplement is the applicant's. */
    private List<Span> interruptions(CaseFile file, Instant until) {
        var spans = new ArrayList<Span>();
        Clocks.Entry open = null;
        for (var entry : clocks.face(file.caseNo(), until).entries())
            switch (entry.kind()) {
                case "SPECIAL_PROCEDURE_STARTED", "STOPPED" -> open = entry;
                case "SPECIAL_PROCEDURE_ENDED", "RESUMED", "FINISHED", "CALLED_OFF" -> {
                    if (open != null) spans.add(interruption(open, entry.at()));
                    open = null;
                }
                default -> {}
            }
        if (open != null) spans.add(interruption(open, null));
        return spans;
    }

    private static Span interruption(Clocks.Entry entry, Instant to) {
        var special = entry.kind().equals("SPECIAL_PROCEDURE_STARTED");
        return new Span(
                special ? Whose.DEPARTMENT : Whose.APPLICANT,
                (special ? "特别程序（%s）" : "停止计时（%s）").formatted(entry.reason()),
                SPECIAL_PROCEDURE,
                true,
                null,
                entry.at(),
                to);
    }

    private List<Span> supplements(CaseFile file) {
        return sql.sql(
                        """
                        select requested_at as begun, ended_at as ended from supplement_request
                        where business_key in (?, ?) and requested_at is not null""")
                .params(file.caseNo(), file.applicationNo())
                .query((row, n) -> new Span(
                        Whose.APPLICANT,
                        "等待申请人补正",
                        SUPPLEMENT,
                        false,
                        null,
                        instant(row, "begun"),
                        instant(row, "ended")))
                .list();
    }

    /** What failed under the application's number held up its cases only until they were accepted. */
    private List<Span> incidents(CaseFile file) {
        return sql.sql(
                        """
                        select id, activity as what, since as begun, ended_at as ended from incident_record
                        where business_key = ? or business_key = ? and (cast(? as timestamptz) is null or since < ?)""")
                .params(file.caseNo(), file.applicationNo(), timestamp(file.acceptedAt()), timestamp(file.acceptedAt()))
                .query((row, n) -> new Span(
                        Whose.SYSTEM,
                        "接口中断（%s）".formatted(row.getString("what")),
                        INCIDENT,
                        false,
                        row.getString("id"),
                        instant(row, "begun"),
                        instant(row, "ended")))
                .list();
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
