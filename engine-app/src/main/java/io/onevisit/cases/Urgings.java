package io.onevisit.cases;

import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 催办: an applicant may ask once in three days (示例) for a case to be hurried on that lies with an office. */
@Component
public class Urgings {

    private static final Duration PAUSE = Duration.ofDays(3);
    private static final Set<CaseState> WITH_AN_OFFICE =
            Set.of(CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.UNDER_REVIEW, CaseState.SUSPENDED);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final JdbcClient sql;
    private final Locks locks;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Urgings(JdbcClient sql, Locks locks, Journal journal, ApplicationEventPublisher events, Clock time) {
        this.sql = sql;
        this.locks = locks;
        this.journal = journal;
        this.events = events;
        this.time = time;
    }

    /** Whether the case lies with an office now, so that there is somebody to be asked. */
    public static boolean possible(CaseFile file) {
        return WITH_AN_OFFICE.contains(file.state());
    }

    /** When it was last asked for. */
    public Optional<Instant> last(String caseNo) {
        return sql.sql("select urged_at from case_file where month = ? and case_no = ? and urged_at is not null")
                .params(Numbers.month(caseNo), caseNo)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Asks for it; a 409 problem where nobody has it, or where it was asked for not long ago. */
    @Transactional
    public void urge(String caseNo, String who, String words) {
        var file = locks.withApplication(caseNo);
        if (!possible(file)) {
            throw Problem.conflict(
                    "urging-pointless",
                    "本办件目前为“%s”，没有等待部门办理的环节，不需要催办。".formatted(file.state().label()));
        }
        var now = time.instant();
        last(caseNo).map(last -> last.plus(PAUSE)).filter(now::isBefore).ifPresent(next -> {
            throw Problem.conflict(
                            "urged-already",
                            "您已经催办过，承办部门已收到提醒。%s以后仍未办结的，可以再次催办。"
                                    .formatted(DAY.format(ZonedDateTime.ofInstant(next, WorkingCalendar.ZONE))))
                    .with("next", next.toString());
        });
        sql.sql("update case_file set urged_at = ? where month = ? and case_no = ?")
                .params(Timestamp.from(now), Numbers.month(caseNo), caseNo)
                .update();
        journal.write(caseNo, who, "申请人催办", words, "", now);
        events.publishEvent(new CaseUrged(file, words, now));
    }
}
