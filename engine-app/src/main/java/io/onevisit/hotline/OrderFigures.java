package io.onevisit.hotline;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.ratings.Span;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of work orders with the lists behind them, for the part of the province somebody watches. */
@Component
class OrderFigures {

    private static final String OVERDUE =
            "(closed_at is null and replied_at is null and due_at < :now or replied_at > due_at)";

    /** The lists behind the figures; what they mean is what the figures mean. */
    private static final Map<String, String> LISTS = Map.of(
            "all", "true",
            "open", "closed_at is null",
            "closed", "closed_at is not null",
            "overdue", OVERDUE,
            "returned", "returned_at is not null",
            "unsatisfied", "call_back = 'unsatisfied'");

    private final JdbcClient sql;
    private final Dispatch dispatch;
    private final Clock time;

    OrderFigures(JdbcClient sql, Dispatch dispatch, Clock time) {
        this.sql = sql;
        this.dispatch = dispatch;
        this.time = time;
    }

    /** Orders that came in from the first to the last day, both included. */
    Figures figures(Account supervisor, Span span) {
        var counted = within(
                        sql.sql(
                                "select count(*) as total, count(*) filter (where closed_at is not null) as closed,"
                                        + " count(*) filter (where " + OVERDUE + ") as overdue,"
                                        + " count(*) filter (where returned_at is not null) as returned,"
                                        + " count(*) filter (where call_back = 'satisfied') as satisfied,"
                                        + " count(*) filter (where call_back = 'unsatisfied') as unsatisfied,"
                                        + " (select count(*) from hotline_call where taken_at is null and opened_at >= :from"
                                        + " and opened_at < :to and region between :first and :last) as looked_only from work_order"
                                        + " where created_at >= :from and created_at < :to and region between :first and :last"),
                        supervisor,
                        span)
                .param("now", Timestamp.from(time.instant()))
                .query(Counted.class)
                .single();
        var asked = counted.satisfied() + counted.unsatisfied();
        return new Figures(
                counted,
                counted.total() == 0 ? null : (double) counted.closed() / counted.total(),
                asked == 0 ? null : (double) counted.satisfied() / asked,
                "办结率 = 期内登记的工单中已办结的件数 ÷ 期内登记的件数；满意率 = 回访满意 ÷（回访满意＋不满意），未接通的不计；"
                        + "超期 = 期限已过尚未答复，或者答复晚于期限；查而未登记 = 来电中查询了办件而没有登记工单的来电。");
    }

    List<Row> list(Account supervisor, String which, Span span, int page, int size) {
        var condition = LISTS.get(which);
        if (condition == null) {
            throw Problem.invalid("list-unknown", "没有这个清单：" + which + "。").with("field", "which");
        }
        var query = within(
                sql.sql(
                        "select no, kind, urgent, region, unit, state, due_at, created_at, closed_at, returned_at is not null as"
                                + " returned, call_back, " + OVERDUE + " as overdue from work_order"
                                + " where created_at >= :from and created_at < :to and region between :first and :last and "
                                + condition
                                + " order by created_at desc, no limit :size offset :offset"),
                supervisor,
                span);
        return query.param("now", Timestamp.from(time.instant()))
                .param("size", size)
                .param("offset", page * size)
                .query((row, n) -> new Row(
                        row.getString("no"),
                        OrderKind.valueOf(row.getString("kind")).label(),
                        row.getBoolean("urgent"),
                        row.getString("region"),
                        dispatch.name(row.getString("unit")),
                        OrderState.valueOf(row.getString("state")).label(),
                        instant(row.getTimestamp("due_at")),
                        instant(row.getTimestamp("created_at")),
                        instant(row.getTimestamp("closed_at")),
                        row.getBoolean("returned"),
                        row.getBoolean("overdue"),
                        row.getString("call_back") == null ? "" : OrderAnswers.callBack(row.getString("call_back"))))
                .list();
    }

    private static JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement, Account supervisor, Span span) {
        return statement
                .param("from", span.start())
                .param("to", span.end())
                .param("first", Reach.of(supervisor).first())
                .param("last", Reach.of(supervisor).last());
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    record Counted(int total, int closed, int overdue, int returned, int satisfied, int unsatisfied, int lookedOnly) {}

    /** @param closed share of closed orders, {@code null} where there was none */
    record Figures(Counted counted, Double closed, Double satisfied, String definition) {}

    record Row(
            String no,
            String kind,
            boolean urgent,
            String region,
            String unitName,
            String stateLabel,
            Instant dueAt,
            Instant createdAt,
            Instant closedAt,
            boolean returned,
            boolean overdue,
            String callBack) {}
}
