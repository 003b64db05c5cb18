package io.onevisit.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.operations.Line.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processes of operations, each with what was found and done. */
@Component
class LineRows {

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final ObjectMapper json;
    private final Clock now;

    LineRows(JdbcClient sql, JdbcTemplate batch, ObjectMapper json, Clock now) {
        this.sql = sql;
        this.batch = batch;
        this.json = json;
        this.now = now;
    }

    void add(long operation, List<Target> targets) {
        var place = new int[1];
        batch.batchUpdate(
                "insert into operation_line (operation, place, number, instance, incident, state) values (?, ?, ?, ?, ?, 'UNTRIED')",
                targets,
                BATCH,
                (row, target) -> {
                    row.setLong(1, operation);
                    row.setInt(2, ++place[0]);
                    row.setString(3, target.number());
                    row.setString(4, target.instance());
                    row.setString(5, target.incident());
                });
    }

    /** What is to be tried, or done by now, in order. */
    List<Line> next(long operation, LineState state, int most) {
        return sql.sql(
                        """
                        select * from operation_line
                        where operation = ? and state = ? and (not_before is null or not_before <= ?) order by place limit ?""")
                .params(operation, state.name(), Timestamp.from(now.instant()), most)
                .query(this::read)
                .list();
    }

    boolean any(long operation, LineState state) {
        return sql.sql("select exists (select from operation_line where operation = ? and state = ?)")
                .params(operation, state.name())
                .query(Boolean.class)
                .single();
    }

    Map<LineState, Integer> counts(long operation) {
        var counts = new EnumMap<LineState, Integer>(LineState.class);
        sql.sql("select state, count(*) as lines from operation_line where operation = ? group by state")
                .param(operation)
                .query(row -> {
                    counts.put(LineState.valueOf(row.getString("state")), row.getInt("lines"));
                });
        return counts;
    }

    /** @param state {@code null} for all */
    List<Line> page(long operation, LineState state, int skip, int most) {
        return sql.sql(
                        """
                        select * from operation_line where operation = :operation and (:state::text is null or state = :state)
                        order by place limit :most offset :skip""")
                .param("operation", operation)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("most", most)
                .param("skip", skip)
                .query(this::read)
                .list();
    }

    void found(long operation, int place, Outcome outcome) {
        sql.sql(
                        """
                        update operation_line set state = :state, instance = coalesce(:instance, instance), stood = :stood,
                            stands = :stands, effects = :effects::jsonb, note = :note, mark = :mark, changed_at = :now
                        where operation = :operation and place = :place""")
                .param("state", outcome.state().name())
                .param("instance", outcome.instance(), Types.VARCHAR)
                .param("stood", outcome.stood().toArray(String[]::new))
                .param("stands", outcome.stands().toArray(String[]::new))
                .param("effects", text(outcome.effects()))
                .param("note", outcome.note())
                .param("mark", outcome.mark())
                .param("now", Timestamp.from(now.instant()))
                .param("operation", operation)
                .param("place", place)
                .update();
    }

    /** A process that was not done keeps what was found of it, with the reason. */
    void left(long operation, int place, LineState state, String note) {
        sql.sql("update operation_line set state = ?, note = ?, changed_at = ? where operation = ? and place = ?")
                .params(state.name(), note, Timestamp.from(now.instant()), operation, place)
                .update();
    }

    void leaveRest(long operation, String note) {
        sql.sql(
                        "update operation_line set state = 'LEFT_OUT', note = ?, changed_at = ? where operation = ? and state = 'READY'")
                .params(note, Timestamp.from(now.instant()), operation)
                .update();
    }

    void untried(long operation) {
        sql.sql(
                        "update operation_line set state = 'UNTRIED', note = '', effects = '[]', stands = '{}' where operation = ?")
                .param(operation)
                .update();
    }

    /** What can be done is spread evenly over a time from now on. */
    void spread(long operation, Duration over) {
        sql.sql(
                        """
                        update operation_line l set not_before = cast(:now as timestamptz) + make_interval(secs => :seconds * spread.share)
                        from (select place, (row_number() over (order by place) - 1)::float / greatest(count(*) over () - 1, 1) as share
                            from operation_line where operation = :operation and state = 'READY') spread
                        where l.operation = :operation and l.place = spread.place""")
                .param("now", Timestamp.from(now.instant()))
                .param("seconds", over.toSeconds())
                .param("operation", operation)
                .update();
    }

    /** When the next of those that wait for their time is due; {@code null} where none does. */
    Instant nextAt(long operation) {
        return sql.sql(
                        "select min(not_before) from operation_line where operation = ? and state = 'READY' and not_before > ?")
                .params(operation, Timestamp.from(now.instant()))
                .query((row, n) -> OperationRows.instant(row, "min"))
                .optional()
                .orElse(null);
    }

    private Line read(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getInt("place"),
                row.getString("number"),
                row.getString("instance"),
                row.getString("incident"),
                LineState.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("stood").getArray()),
                List.of((String[]) row.getArray("stands").getArray()),
                effects(row.getString("effects")),
                row.getString("note"),
                row.getString("mark"),
                OperationRows.instant(row, "not_before"),
                OperationRows.instant(row, "changed_at"));
    }

    private List<Effect> effects(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(List<Effect> effects) {
        try {
            return json.writeValueAsString(effects);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
