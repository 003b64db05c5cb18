package io.onevisit.cases;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.IdNumber;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases: found, moved along the arrows of their life, each move with its line in the journal. */
@Component
public class Cases {

    private static final String SUPPLEMENT = "补正";

    private final JdbcClient sql;
    private final CaseRows rows;
    private final Numbers numbers;
    private final Journal journal;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock time;

    private final Vault vault;

    Cases(
            JdbcClient sql,
            CaseRows rows,
            Numbers numbers,
            Journal journal,
            Clocks clocks,
            Catalogue catalogue,
            ApplicationEventPublisher events,
            Clock time,
            Vault vault) {
        this.vault = vault;
        this.sql = sql;
        this.rows = rows;
        this.numbers = numbers;
        this.journal = journal;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.events = events;
        this.time = time;
    }

    public Optional<CaseFile> find(String caseNo) {
        return rows.find(caseNo);
    }

    public CaseFile get(String caseNo) {
        return find(caseNo).orElseThrow(() -> CaseRows.unknown(caseNo));
    }

    public List<CaseFile> ofApplication(String applicationNo) {
        return rows.ofApplication(applicationNo);
    }

    CaseFile open(Application application, Channel channel, String variable, ServiceItem item) {
        var caseNo = numbers.nextCase(application.region(), application.submittedAt());
        var file = rows.add(
                """
                insert into case_file (month, case_no, application_no, item_code, item_edition, item_variable, item_name,
                            department, region, mode, handling_level, handling_reason, promised, statutory, unit,
                            counting_rule, result_license, applicant_name, applicant_id, applicant_key, applicant_person, state, submitted_at, substantive,
                            channel, delivery)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce((select elements ->> 'delivery' from service_item
                                where code = ? and edition = ? and region = ?), 'ELECTRONIC'))
                        returning *""",
                Numbers.month(caseNo),
                caseNo,
                application.applicationNo(),
                item.code(),
                item.edition(),
                variable,
                item.name(),
                item.department(),
                application.region(),
                item.mode().name(),
                item.handling().level(),
                item.handling().reason(),
                item.promised(),
                item.statutory(),
                item.unit().name(),
                item.countingRule().name(),
                item.resultLicense().orElse(null),
                application.applicantName(),
                vault.seal(Column.CASE_APPLICANT, caseNo, application.applicantId()),
                vault.key(Vault.Kind.ID_NO, application.applicantId()),
                IdNumber.valid(application.applicantId()),
                CaseState.SUBMITTED.name(),
                Timestamp.from(application.submittedAt()),
                item.rules().substantive(),
                channel.name(),
                item.code(),
                item.edition(),
                item.region());
        events.publishEvent(new CaseMoved(file, null, application.applicantName(), application.submittedAt()));
        return file;
    }

    /** Moves a case along one arrow of its life; an arrow that does not exist is a 409. */
    @Transactional
    public void move(String caseNo, CaseState to, String who, String detail, String basis) {
        move(caseNo, to, null, who, detail, basis);
    }

    private void move(String caseNo, CaseState to, CaseResult result, String who, String detail, String basis) {
        var from = lock(caseNo).state();
        if (from == to) {
            noteResult(caseNo, result);
            return;
        }
        if (!from.next().contains(to)) {
            throw Problem.conflict("case-state", "办件当前为“%s”，不能变为“%s”。".formatted(from.label(), to.label()));
        }
        var now = time.instant();
        var file = rows.change(
                caseNo,
                """
                state = ?, result = coalesce(cast(? as text), result),
                received_at = case when ? then coalesce(received_at, ?) else received_at end,
                accepted_at = case when ? then ? else accepted_at end,
                closed_at = case when ? then coalesce(closed_at, ?) else closed_at end""",
                to.name(),
                // typed, so that the statement stays the same with and without a result
                new SqlParameterValue(Types.VARCHAR, result == null ? null : result.name()),
                to == CaseState.RECEIVED,
                now,
                to == CaseState.ACCEPTED,
                now,
                to.isEnd(),
                now);
        journal.write(
                caseNo, who, to.label(), detail, basis == null || basis.isBlank() ? LifeCycle.basis(from, to) : basis);
        events.publishEvent(new CaseMoved(file, from, who, now));
    }

    private void noteResult(String caseNo, CaseResult result) {
        if (result != null) {
            rows.change(caseNo, "result = ?", result.name());
        }
    }

    /** Accepted as of an earlier day: the day of receipt, where no notice was given in time. */
    void accepted(String caseNo, Instant at) {
        rows.change(caseNo, "accepted_at = ?", at);
    }

    void end(String caseNo, CaseState state, CaseResult result, String who, String detail) {
        end(caseNo, state, result, who, detail, "");
    }

    void end(String caseNo, CaseState state, CaseResult result, String who, String detail, String basis) {
        move(caseNo, state, result, who, detail, basis);
    }

    /** Holds a case for this transaction, so that of two acts at once the second sees what the first did. */
    @Transactional
    public CaseFile lock(String caseNo) {
        return rows.lock(caseNo).orElseThrow(() -> CaseRows.unknown(caseNo));
    }

    /** Writes down what was decided, once; the platform step {@code decideCase} makes it the case's state. */
    @Transactional
    public void noteDecision(String caseNo, String outcome, String reason, String officer, Instant at) {
        var file = lock(caseNo);
        if (file.state().isEnd()) {
            throw Problem.conflict(
                    "case-ended", "办件%s，不能再作决定，您的填写没有提交。".formatted(file.state().label()));
        }
        if (file.decision() != null) {
            throw Problem.conflict("case-decided", file.decidedBy() + " 已对本办件作出决定，不能再次决定。");
        }
        rows.change(
                caseNo,
                "decision = ?, decision_reason = ?, decided_by = ?, decided_at = ?",
                outcome,
                reason,
                officer,
                at);
    }

    /** The applicant promised in writing to meet the conditions: decided on the spot (告知承诺). */
    @Transactional
    public void onPromise(String caseNo) {
        rows.change(caseNo, "on_promise = true");
    }

    /** Writes down what special procedure an officer asked for; the platform step {@code stopClock} opens it. */
    @Transactional
    public void noteSpecialProcedure(
            String caseNo, int days, LimitUnit unit, String reason, String basis, String officer) {
        sql.sql(
                        """
                        update case_file set special_days = ?, special_unit = ?, special_reason = ?, special_basis = ?, special_by = ?,
                            special_ended_by = null, special_result = null
                        where month = ? and case_no = ?""")
                .params(days, unit.name(), reason, basis, officer, Numbers.month(caseNo), caseNo)
                .update();
    }

    /** The special procedure last asked for. */
    public SpecialProcedure specialProcedure(String caseNo) {
        return sql.sql(
                        """
                        select special_days as days, special_unit as unit, special_reason as reason, special_basis as basis,
                            coalesce(special_by, '平台') as by, coalesce(special_ended_by, '平台') as ended_by,
                            coalesce(special_result, '') as result
                        from case_file where month = ? and case_no = ?""")
                .params(Numbers.month(caseNo), caseNo)
                .query(SpecialProcedure.class)
                .single();
    }

    @Transactional
    public void licensed(String caseNo, String licenseId) {
        rows.change(caseNo, "license_id = ?", licenseId);
        journal.write(caseNo, "平台", "制发证照", "电子证照 " + licenseId, "行政许可法第四十四条");
        events.publishEvent(new CaseLicensed(caseNo, licenseId, time.instant()));
    }

    /**
     * The applicant of a case, or of a whole application, is asked for what is missing (一次性告知).
     *
     * @param who asks; the platform where nobody but itself found anything
     */
    @Transactional
    public void requestSupplement(String no, String who) {
        affected(no).forEach(file -> {
            move(file.caseNo(), CaseState.SUPPLEMENT_REQUESTED, who, "请在期限内一次补齐", "行政许可法第三十二条");
            if (stopsFor(file)) {
                clocks.stop(file.caseNo(), SUPPLEMENT, "事项特别程序：补正", time.instant());
            }
        });
        stage(no, "等待申请人补正材料");
    }

    /** @param who handed in what was asked for */
    @Transactional
    public void supplementReceived(String no, String who) {
        affected(no).forEach(file -> {
            if (file.state() != CaseState.SUPPLEMENT_REQUESTED) {
                return;
            }
            if (no.startsWith("A")) {
                received(no);
            }
            var back = file.acceptedAt() != null
                    ? CaseState.UNDER_REVIEW
                    : no.startsWith("A") ? CaseState.SUBMITTED : CaseState.RECEIVED;
            move(file.caseNo(), back, who, "已提交补正材料", "");
            if (stopsFor(file)) {
                clocks.resume(file.caseNo(), time.instant());
            }
        });
        stage(no, "补正材料核验中");
    }

    /** What an application needed to be whole came in now: the days for telling its applicant what is wanting begin anew. */
    @Transactional
    public void received(String applicationNo) {
        sql.sql("update application set received_at = ? where month = ? and application_no = ?")
                .params(Timestamp.from(time.instant()), Numbers.month(applicationNo), applicationNo)
                .update();
    }

    /** The time for answering is over: an accepted case goes on as it is, what was not accepted yet ends by its process. */
    @Transactional
    public void supplementLapsed(String no) {
        affected(no).stream()
                .filter(file -> file.state() == CaseState.SUPPLEMENT_REQUESTED && file.acceptedAt() != null)
                .forEach(file -> {
                    move(file.caseNo(), CaseState.UNDER_REVIEW, "平台", "补正期限届满，申请人未补正", "");
                    if (stopsFor(file)) {
                        clocks.resume(file.caseNo(), time.instant());
                    }
                });
    }

    private boolean stopsFor(CaseFile file) {
        return file.acceptedAt() != null
                && catalogue
                        .findEdition(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt())
                        .flatMap(item -> item.specialProcedure(SUPPLEMENT))
                        .isPresent();
    }

    private List<CaseFile> affected(String no) {
        return no.startsWith("A")
                ? ofApplication(no).stream()
                        .filter(file -> !file.state().isEnd())
                        .toList()
                : List.of(get(no));
    }

    /** The departments have begun: from here on the application as a whole is with them. */
    void begin(String applicationNo) {
        sql.sql("update application set stage = '各部门办理中' where month = ? and application_no = ? and stage <> '各部门办理中'")
                .params(Numbers.month(applicationNo), applicationNo)
                .update();
    }

    /** What is being done with an application, in words for its applicant. */
    public void stage(String no, String stage) {
        if (no.startsWith("A")) {
            sql.sql("update application set stage = ? where month = ? and application_no = ?")
                    .params(stage, Numbers.month(no), no)
                    .update();
            journal.write(no, "平台", stage, "", "");
        }
    }

    /** Adds a line to the journal of a case or an application. */
    public void journal(String no, String who, String what, String detail, Instant at) {
        journal.write(no, who, what, detail, "", at);
    }

    public List<JournalEntry> journal(String no) {
        return journal.of(no);
    }

    /** The answers an application was made with. */
    public Map<String, Object> answers(String applicationNo) {
        return journal.map(sql.sql("select answers::text from application where month = ? and application_no = ?")
                .params(Numbers.month(applicationNo), applicationNo)
                .query(String.class)
                .optional()
                .map(stored -> vault.openJson(Column.APPLICATION_ANSWERS, applicationNo, stored))
                .orElse("{}"));
    }

    /**
     * @param days days asked for
     * @param unit working or calendar days
     * @param by who asked for it
     * @param endedBy who said that it has ended, with what result
     */
    public record SpecialProcedure(
            Integer days, LimitUnit unit, String reason, String basis, String by, String endedBy, String result) {

        /** What the item's elements call it. */
        String kind() {
            return reason == null ? "" : reason.split("：", 2)[0];
        }
    }
}
