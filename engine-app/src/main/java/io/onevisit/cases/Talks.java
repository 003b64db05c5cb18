package io.onevisit.cases;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 留言: an applicant writes to whoever handles their application, who answers; the journal says that, not what, they wrote. */
@Component
public class Talks {

    private static final int LONGEST = 500;
    private static final int MOST_A_DAY = 10;

    private final JdbcClient sql;
    private final Vault vault;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Talks(JdbcClient sql, Vault vault, Journal journal, ApplicationEventPublisher events, Clock time) {
        this.sql = sql;
        this.vault = vault;
        this.journal = journal;
        this.events = events;
        this.time = time;
    }

    /** @param caseNo {@code null} for the whole application */
    @Transactional
    public void write(Application application, String caseNo, String username, String name, String text) {
        if (application.closedAt() != null) {
            throw Problem.conflict("talk-over", "本次申报已经办结，不能再留言；有疑问请拨打 12345 或者评价时说明。");
        }
        var now = time.instant();
        var today = sql.sql(
                        """
                        select count(*) from application_talk
                        where application_no = ? and by_applicant and at > ?""")
                .params(application.applicationNo(), Timestamp.from(now.minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (today >= MOST_A_DAY) {
            throw Problem.conflict("talk-often", "一天内最多留言 %d 条，请等承办人员答复。".formatted(MOST_A_DAY));
        }
        var id = keep(application.applicationNo(), caseNo, username, name, true, text);
        journal.write(caseNo == null ? application.applicationNo() : caseNo, name, "申请人留言", "", "", now);
        events.publishEvent(new ApplicantWrote(id, application.applicationNo(), caseNo, now));
    }

    /** @param caseNo {@code null} for the whole application */
    @Transactional
    public void answer(String applicationNo, String caseNo, String username, String name, String text) {
        if (of(applicationNo, caseNo).stream().noneMatch(Said::byApplicant)) {
            throw Problem.conflict("talk-none", "申请人还没有留言；需要申请人补交或者说明的，请使用补正。");
        }
        keep(applicationNo, caseNo, username, name, false, text);
        journal.write(caseNo == null ? applicationNo : caseNo, name, "承办人答复留言", "", "", time.instant());
    }

    /** Of the whole application, the earliest first. */
    public List<Said> of(String applicationNo) {
        return sql.sql(
                        """
                        select id, case_no, name, by_applicant, text, at from application_talk
                        where application_no = ? order by at, id""")
                .param(applicationNo)
                .query((row, n) -> new Said(
                        row.getString("id"),
                        row.getString("case_no"),
                        row.getString("name"),
                        row.getBoolean("by_applicant"),
                        vault.open(Column.TALK_TEXT, row.getString("id"), row.getString("text")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What concerns one case: that and the whole application; everything without a case. */
    public List<Said> of(String applicationNo, String caseNo) {
        return of(applicationNo).stream()
                .filter(said ->
                        caseNo == null || said.caseNo() == null || said.caseNo().equals(caseNo))
                .toList();
    }

    private String keep(
            String applicationNo, String caseNo, String username, String name, boolean byApplicant, String text) {
        var words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid("talk-empty", "请填写留言，不超过 %d 个字。".formatted(LONGEST))
                    .with("field", "text");
        }
        var id = UUID.randomUUID();
        sql.sql("insert into application_talk values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        applicationNo,
                        caseNo,
                        username,
                        name,
                        byApplicant,
                        vault.seal(Column.TALK_TEXT, id.toString(), words),
                        Timestamp.from(time.instant()))
                .update();
        return id.toString();
    }

    /** @param caseNo {@code null} where it is about the whole application */
    public record Said(String id, String caseNo, String name, boolean byApplicant, String text, Instant at) {}
}
