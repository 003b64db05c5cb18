package io.onevisit.cases;

import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Explanation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that a case goes through, each with its limit, for people to see. */
@Component
public class LinkLimits {

    private final JdbcClient sql;
    private final Cases cases;
    private final LinkClocks linkClocks;
    private final Clocks clocks;
    private final Clock time;

    LinkLimits(JdbcClient sql, Cases cases, LinkClocks linkClocks, Clocks clocks, Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.linkClocks = linkClocks;
        this.clocks = clocks;
        this.time = time;
    }

    /** The link a case is in, if it has a limit. */
    public Optional<LinkLimit> current(String caseNo) {
        return read(caseNo, " and ended_at is null").stream().findFirst();
    }

    /** The links a case has gone through, the first first. */
    public List<LinkLimit> of(String caseNo) {
        return read(caseNo, "");
    }

    /** Why a link is due on its day; of one that is over, why it was. */
    public Optional<Explanation> explain(String caseNo, LinkLimit link) {
        var at = link.finishedAt() == null ? time.instant() : link.finishedAt().minus(1, ChronoUnit.MICROS);
        return clocks.explain(key(caseNo, link.number()), at.isBefore(link.startedAt()) ? link.startedAt() : at);
    }

    /** A department's own system says which step its case has come to. */
    public void reported(String caseNo, String step, Instant at) {
        linkClocks.reported(cases.get(caseNo), step, at);
    }

    private List<LinkLimit> read(String caseNo, String which) {
        return sql.sql("select number, name, days, unit from case_link where month = ? and case_no = ?" + which
                        + " order by begun_at, number")
                .params(Numbers.month(caseNo), caseNo)
                .query((row, n) -> {
                    var face = clocks.face(key(caseNo, row.getInt("number")), time.instant());
                    return new LinkLimit(
                            row.getInt("number"),
                            row.getString("name"),
                            LimitUnit.valueOf(row.getString("unit")).words(row.getInt("days")),
                            face.startedAt(),
                            face.promisedDueAt(),
                            face.finishedAt(),
                            face.light().name(),
                            face.remainingDays(),
                            face.stopped());
                })
                .list();
    }

    private static Clocks.Key key(String caseNo, int number) {
        return new Clocks.Key(caseNo, ClockKind.LINK, number);
    }

    /**
     * One link of a case.
     *
     * @param number number of its clock
     * @param limit in words: 3 个工作日
     * @param dueAt {@code null} while the clock stands
     * @param light NONE or YELLOW; a link has neither warning nor red card
     * @param remaining in the unit of the limit, negative when overdue
     */
    public record LinkLimit(
            int number,
            String name,
            String limit,
            Instant startedAt,
            Instant dueAt,
            Instant finishedAt,
            String light,
            int remaining,
            boolean stopped) {}
}
