package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the roll-ups: counts each day that something happened on anew, from the tables themselves. Doing it twice changes
 * nothing; doing it for every day makes the roll-ups from nothing.
 */
@Component
public class RollUp {

    /** Transactions that began before the last sweep and were committed after it are caught by looking back this far. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    /** Each day that something was written about since then, in Chinese time. */
    private static final String TOUCHED =
            """
            with late as (delete from stat_touch returning at)
            select distinct (t.at at time zone 'Asia/Shanghai')::date from (
                select at from late union all
                select accepted_at as at from case_file where accepted_at >= :since
                union all select closed_at from case_file where closed_at >= :since
                union all select issued_at from card where changed_at >= :since and issued_at is not null
                union all select started_at from clock where kind in ('CONSULTATION', 'COMPLAINT') and started_at >= :since
                union all select finished_at from clock where kind in ('CONSULTATION', 'COMPLAINT') and finished_at >= :since) t""";

    private static final String EVER =
            """
            select least(
                (select min(accepted_at) from case_file), (select min(closed_at) from case_file),
                (select min(issued_at) from card),
                (select min(started_at) from clock where kind in ('CONSULTATION', 'COMPLAINT')))""";

    private static final String KEY = "subject, region, department, item_code";

    /** What the tables say of a span of days, in the shape of the roll-up. */
    private static final String COUNTED = "select day, %s, %s from (%s) u group by day, %1$s"
            .formatted(
                    KEY,
                    Column.all().stream()
                            .map(c -> "sum(" + c.column() + ") as " + c.column())
                            .collect(Collectors.joining(", ")),
                    Arrays.stream(Source.values()).map(RollUp::counted).collect(Collectors.joining("\nunion all\n")));

    /** Whoever holds it writes the roll-ups; it ends with the transaction, however that ends. */
    private static final String WRITER = "hashtext('statistics roll-up')";

    private final JdbcClient sql;
    private final Clock now;
    private final TransactionTemplate transaction;

    RollUp(JdbcClient sql, Clock now, TransactionTemplate transaction) {
        this.sql = sql;
        this.now = now;
        this.transaction = transaction;
    }

    private static String counted(Source source) {
        return "select (%s at time zone 'Asia/Shanghai')::date as day, %s as subject, x.region, x.department, %s as item_code, %s from %s where %s and %s >= :start and %s < :end group by 1, 2, 3, 4, 5"
                .formatted(
                        source.at,
                        source.subject,
                        source.item,
                        Column.all().stream()
                                .map(c -> c.of(source) + " as " + c.column())
                                .collect(Collectors.joining(", ")),
                        source.from,
                        source.where,
                        source.at,
                        source.at);
    }

    /** Until when the roll-ups tell all; {@code null} before the first one. */
    Instant snapshot() {
        return sql.sql("select rolled_until from stat_state where id = 1")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /**
     * Brings the roll-ups up to now; the very first time from the beginning. While another node is at it there is nothing to
     * do: what it does not see any more, the next sweep does.
     *
     * @return the days counted anew
     */
    @Transactional
    public List<LocalDate> sweep() {
        return sql.sql("select pg_try_advisory_xact_lock(" + WRITER + ")")
                        .query(Boolean.class)
                        .single()
                ? countTouched()
                : List.of();
    }

    private List<LocalDate> countTouched() {
        var at = now.instant();
        var last = snapshot();
        var days = last == null ? everyDay() : touchedSince(last);
        if (last == null && !days.isEmpty()) count(days.get(0), days.get(days.size() - 1));
        else days.forEach(day -> count(day, day));
        days.stream().map(day -> day.withDayOfMonth(1)).distinct().forEach(this::sum);
        sql.sql(
                        "insert into stat_state (id, rolled_until) values (1, ?) on conflict (id) do update set rolled_until = excluded.rolled_until")
                .param(Timestamp.from(at))
                .update();
        return days;
    }

    private List<LocalDate> touchedSince(Instant last) {
        return sql.sql(TOUCHED)
                .param("since", Timestamp.from(last.minus(LOOK_BACK)))
                .query(LocalDate.class)
                .list();
    }

    /** Makes the roll-ups from nothing. */
    @Transactional
    public void rebuild() {
        alone();
        sql.sql("delete from stat_day").update();
        sql.sql("delete from stat_month").update();
        sql.sql("delete from stat_state").update();
        sweep();
    }

    /** Compares the roll-ups of a span of days with a recount, and mends what differs: each day by itself. */
    public Proof prove(LocalDate from, LocalDate until) {
        var rows = 0L;
        var different = 0L;
        for (var day = from; !day.isAfter(until); day = day.plusDays(1)) {
            var asked = day;
            var found = transaction.execute(status -> prove(asked));
            rows += found.rows;
            different += found.different;
        }
        sql.sql("insert into stat_proof (at, from_day, until_day, rows, different) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(now.instant()), from, until, rows, different)
                .update();
        return new Proof(from, until, rows, different);
    }

    private Difference prove(LocalDate day) {
        alone();
        var found = dated(
                        sql.sql(
                                """
                                with counted as (%s), kept as (select day, %s, %s from stat_day where day = :day)
                                select (select count(*) from counted) as rows, (select count(*) from (
                                    (select * from counted except select * from kept) union all (select * from kept except select * from counted)) d) as different"""
                                        .formatted(COUNTED, KEY, Column.names())),
                        day,
                        day)
                .query(Difference.class)
                .single();
        if (found.different > 0) {
            count(day, day);
            sum(day.withDayOfMonth(1));
        }
        return found;
    }

    /** Waits for whoever writes the roll-ups now. */
    private void alone() {
        sql.sql("select pg_advisory_xact_lock(" + WRITER + ")")
                .query((row, n) -> true)
                .single();
    }

    private List<LocalDate> everyDay() {
        var first = sql.sql(EVER)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single();
        if (first.isEmpty()) return List.of();
        var day = LocalDate.ofInstant(first.get().toInstant(), Words.CHINA);
        return day.datesUntil(LocalDate.ofInstant(now.instant(), Words.CHINA).plusDays(1))
                .toList();
    }

    private void count(LocalDate from, LocalDate until) {
        sql.sql("delete from stat_day where day between ? and ?")
                .params(from, until)
                .update();
        dated(sql.sql("insert into stat_day (day, %s, %s) %s".formatted(KEY, Column.names(), COUNTED)), from, until)
                .update();
    }

    private void sum(LocalDate month) {
        sql.sql("delete from stat_month where month = ?").param(month).update();
        sql.sql(
                        "insert into stat_month (month, %s, %s) select :month, %1$s, %s from stat_day where day >= :month and day < :next group by %1$s"
                                .formatted(
                                        KEY,
                                        Column.names(),
                                        Column.all().stream()
                                                .map(c -> "sum(" + c.column() + ")")
                                                .collect(Collectors.joining(", "))))
                .param("month", month)
                .param("next", month.plusMonths(1))
                .update();
    }

    private static JdbcClient.StatementSpec dated(JdbcClient.StatementSpec statement, LocalDate from, LocalDate until) {
        return statement
                .param("day", from)
                .param("start", Timestamp.from(from.atStartOfDay(Words.CHINA).toInstant()))
                .param(
                        "end",
                        Timestamp.from(
                                until.plusDays(1).atStartOfDay(Words.CHINA).toInstant()));
    }

    record Difference(long rows, long different) {}

    /** @param different rows of the recount that the roll-up did not have like that, or the other way round */
    record Proof(LocalDate from, LocalDate until, long rows, long different) {}
}
