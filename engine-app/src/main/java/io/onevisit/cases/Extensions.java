package io.onevisit.cases;

import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one extension a case may have (行政许可法 art. 42): asked for by its officer, approved by the head, told with reasons. */
@Component
public class Extensions {

    /** Working days, by law. */
    public static final int LONGEST = 10;

    private static final String BASIS = "行政许可法第四十二条第一款";

    private final JdbcClient sql;
    private final Cases cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clocks clocks;
    private final Clock time;

    Extensions(
            JdbcClient sql, Cases cases, Journal journal, Clocks clocks, ApplicationEventPublisher events, Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.events = events;
        this.journal = journal;
        this.clocks = clocks;
        this.time = time;
    }

    /** @param days working days, 1 to {@link #LONGEST} */
    @Transactional
    public void ask(String caseNo, int days, String reason, String officer) {
        refuseSecond(caseNo);
        note(caseNo, checked(days), reason);
        journal.write(caseNo, officer, "申请延长审批期限", "%d 个工作日：%s".formatted(days, reason), BASIS);
    }

    /** @param days what the head approves, zero for what was asked */
    @Transactional
    public void approve(String caseNo, int days, String opinion, String head) {
        refuseSecond(caseNo);
        var asked = asked(caseNo);
        var approved = days == 0 ? asked.days() : checked(days);
        note(caseNo, approved, opinion.isBlank() ? asked.reason() : opinion);
        sql.sql("update case_file set extension_by = ? where month = ? and case_no = ?")
                .params(head, Numbers.month(caseNo), caseNo)
                .update();
        journal.write(
                caseNo,
                head,
                "批准延长审批期限",
                "%d 个工作日：%s".formatted(approved, asked(caseNo).reason()),
                BASIS);
    }

    /** The head does not approve: the limits stay, and nothing waits for approval any more. */
    @Transactional
    public void reject(String caseNo, String opinion, String head) {
        sql.sql(
                        """
                        update case_file set extension_days = null, extension_reason = null
                        where month = ? and case_no = ? and extended_at is null""")
                .params(Numbers.month(caseNo), caseNo)
                .update();
        journal.write(caseNo, head, "不批准延长审批期限", opinion, BASIS);
    }

    /** The extension that a case got, empty where it got none. */
    public Optional<Granted> granted(String caseNo) {
        return sql.sql(
                        """
                        select extension_days as days, extension_reason as reason from case_file
                        where month = ? and case_no = ? and extended_at is not null""")
                .params(Numbers.month(caseNo), caseNo)
                .query(Granted.class)
                .optional();
    }

    void extend(String caseNo) {
        refuseSecond(caseNo);
        var asked = asked(caseNo);
        clocks.extend(caseNo, asked.days(), asked.reason(), BASIS, time.instant());
        sql.sql("update case_file set extended_at = ? where month = ? and case_no = ?")
                .params(Timestamp.from(time.instant()), Numbers.month(caseNo), caseNo)
                .update();
        events.publishEvent(new CaseExtended(cases.get(caseNo), asked.days(), asked.reason()));
        journal.write(caseNo, asked.by(), "延长审批期限", "时限顺延 %d 个工作日：%s".formatted(asked.days(), asked.reason()), BASIS);
    }

    private void refuseSecond(String caseNo) {
        if (asked(caseNo).extendedAt() != null) {
            throw Problem.conflict("extended-already", "本办件已经延长过一次，依法不能再次延长（行政许可法第四十二条）。");
        }
    }

    private Asked asked(String caseNo) {
        return sql.sql(
                        """
                        select coalesce(extension_days, 0) as days, coalesce(extension_reason, '') as reason,
                            coalesce(extension_by, '平台') as by, extended_at
                        from case_file where month = ? and case_no = ? for update""")
                .params(Numbers.month(caseNo), caseNo)
                .query(Asked.class)
                .single();
    }

    private void note(String caseNo, int days, String reason) {
        sql.sql("update case_file set extension_days = ?, extension_reason = ? where month = ? and case_no = ?")
                .params(days, reason, Numbers.month(caseNo), caseNo)
                .update();
    }

    private static int checked(int days) {
        if (days < 1 || days > LONGEST) {
            throw Problem.invalid("extension-days", "延长审批最多 10 个工作日（行政许可法第四十二条），请填写 1 至 10。")
                    .with("field", "days");
        }
        return days;
    }

    /** @param days working days */
    public record Granted(int days, String reason) {}

    record Asked(int days, String reason, String by, Instant extendedAt) {}
}
