package io.onevisit.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks and their ledgers in the database. */
@Component
class ClockStore {

    private final JdbcClient sql;
    private final ObjectMapper json;

    /** Thousands of clocks carry the same few thresholds. */
    private final Cache<String, List<Threshold>> thresholds =
            Caffeine.newBuilder().maximumSize(1_000).build();

    ClockStore(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One line of the ledger as it is shown, the start and changes of the calendar included. */
    record Line(
            String act, Instant at, Integer days, LimitUnit unit, String reason, String legalBasis, Instant statedAt) {}

    /** @return false where there is such a clock already */
    boolean start(LedgerClocks.Reckoned reckoned, Line line) {
        var clock = reckoned.clock();
        return bound(
                                """
                        with started as (
                            insert into clock (case_no, kind, number, month, department, region, promised, statutory, unit,
                                counting_rule, calendar_region, calendar_edition, thresholds, thresholds_version, started_at,
                                blue_at, yellow_at, red_at, due_at, provisional)
                            values (:no, :kind, :number, :month, :department, :region, :promised, :statutory, :unit, :rule,
                                :calendar, :edition, cast(:thresholds as jsonb), :version, :started,
                                :blue, :yellow, :red, :due, :provisional)
                            on conflict do nothing returning 1)
                        insert into clock_entry (month, case_no, kind, number, line, act, at, days, unit, reason, legal_basis,
                            stated_at)
                        select :month, :no, :kind, :number, 1, :act, :at, :days, :days_unit, :reason, :basis, :stated from started""",
                                reckoned,
                                line)
                        .param("department", clock.department())
                        .param("region", clock.region())
                        .param("promised", clock.promised())
                        .param("statutory", clock.statutory())
                        .param("unit", clock.unit().name())
                        .param("rule", clock.rule().name())
                        .param("calendar", clock.calendar().region())
                        .param("thresholds", write(clock.thresholds()))
                        .param("version", clock.thresholdsVersion())
                        .param("started", Timestamp.from(clock.startedAt()))
                        .update()
                == 1;
    }

    Optional<ClockRow> find(Clocks.Key key) {
        return row(key, "");
    }

    /** Those of these clocks that have started. */
    List<ClockRow> find(Collection<Clocks.Key> keys) {
        var wanted = Set.copyOf(keys);
        return sql
                .sql("select * from clock where case_no = any (:nos)")
                .param("nos", keys.stream().map(Clocks.Key::no).distinct().toArray(String[]::new))
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(clock -> wanted.contains(clock.key()))
                .toList();
    }

    /** Nobody else changes the clock until the transaction ends. */
    Optional<ClockRow> lock(Clocks.Key key) {
        return row(key, " for update");
    }

    /** The clocks of one number, in the order in which they were started. */
    List<Clocks.Key> of(String no) {
        return sql.sql("select case_no, kind, number from clock where case_no = ? order by started_at, kind, number")
                .param(no)
                .query((row, n) -> key(row))
                .list();
    }

    Optional<Clocks.Key> running(String no, ClockKind kind) {
        return sql.sql(
                        """
                        select case_no, kind, number from clock where case_no = ? and kind = ? and finished_at is null
                        order by number desc limit 1""")
                .params(no, kind.name())
                .query((row, n) -> key(row))
                .optional();
    }

    /** The number of the last clock of a kind, 0 where there is none. */
    int last(String no, ClockKind kind) {
        return sql.sql("select coalesce(max(number), 0) from clock where case_no = ? and kind = ?")
                .params(no, kind.name())
                .query(Integer.class)
                .single();
    }

    private Optional<ClockRow> row(Clocks.Key key, String how) {
        return sql.sql("select * from clock where case_no = :no and kind = :kind and number = :number" + how)
                .param("no", key.no())
                .param("kind", key.kind().name())
                .param("number", key.number())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Running clocks after the given one, in the order of their keys. */
    List<ClockRow> open(Clocks.Key after, int most) {
        return sql.sql(
                        """
                        select * from clock where finished_at is null and (case_no, kind, number) > (:no, :kind, :number)
                        order by case_no, kind, number limit :most""")
                .param("no", after.no())
                .param("kind", after.kind().name())
                .param("number", after.number())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Running clocks counted by an older edition of a calendar, after the given one. */
    List<ClockRow> counted(CalendarStore.Key newest, Clocks.Key after, int most) {
        return sql.sql(
                        """
                        select * from clock where finished_at is null and (calendar_region = :region
                                and calendar_edition < :edition
                            or calendar_region in (:above) and region between :first and :last)
                            and (case_no, kind, number) > (:no, :kind, :number)
                        order by case_no, kind, number limit :most""")
                .param("region", newest.region())
                .param("above", newest.above())
                .param("first", newest.first())
                .param("last", newest.last())
                .param("edition", newest.edition())
                .param("no", after.no())
                .param("kind", after.kind().name())
                .param("number", after.number())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of these clocks that still run; nobody else changes them until the transaction ends. */
    List<ClockRow> lock(Collection<Clocks.Key> keys) {
        var wanted = Set.copyOf(keys);
        return sql
                .sql(
                        """
                        select * from clock where case_no = any (:nos) and finished_at is null
                        order by case_no, kind, number for update""")
                .param("nos", keys.stream().map(Clocks.Key::no).distinct().toArray(String[]::new))
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(clock -> wanted.contains(clock.key()))
                .toList();
    }

    /** Running clocks that count a year of this calendar whose plan is not published. */
    List<ClockRow> provisional(CalendarStore.Key calendar) {
        return sql.sql(
                        """
                        select * from clock where provisional and finished_at is null
                            and (calendar_region = :calendar
                                or calendar_region in (:above) and region between :first and :last)
                        order by case_no, kind, number""")
                .param("calendar", calendar.region())
                .param("above", calendar.above())
                .param("first", calendar.first())
                .param("last", calendar.last())
                .query((row, n) -> read(row))
                .list();
    }

    List<Line> lines(ClockRow clock) {
        return sql.sql(
                        """
                        select act, at, days, unit, reason, legal_basis, stated_at from clock_entry
                        where month = :month and case_no = :no and kind = :kind and number = :number order by line""")
                .param("month", clock.month())
                .param("no", clock.key().no())
                .param("kind", clock.key().kind().name())
                .param("number", clock.key().number())
                .query((row, n) -> line(row))
                .list();
    }

    /** Clocks behind the given one, {@code null} for the first ones, in the order of their keys. */
    List<ClockRow> after(Clocks.Key key, int most) {
        return sql.sql(
                        """
                        select * from clock where (case_no, kind, number) > (:no, :kind, :number)
                        order by case_no, kind, number limit :most""")
                .param("no", key == null ? "" : key.no())
                .param("kind", key == null ? "" : key.kind().name())
                .param("number", key == null ? 0 : key.number())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** The ledgers of several clocks. */
    Map<Clocks.Key, List<Line>> lines(List<ClockRow> clocks) {
        var lines = new HashMap<Clocks.Key, List<Line>>();
        sql.sql(
                        """
                        select * from clock_entry where month = any (:months) and case_no = any (:numbers)
                        order by case_no, kind, number, line""")
                .param(
                        "months",
                        clocks.stream()
                                .map(ClockRow::month)
                                .distinct()
                                .map(Date::valueOf)
                                .toArray(Date[]::new))
                .param(
                        "numbers",
                        clocks.stream()
                                .map(clock -> clock.key().no())
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    lines.computeIfAbsent(key(row), key -> new ArrayList<>()).add(line(row));
                });
        return lines;
    }

    /** Adds a line to the ledger and writes down what the ledger now implies. */
    void settle(LedgerClocks.Reckoned reckoned, Line line) {
        var ledger = reckoned.ledger();
        bound(
                        """
                        with settled as (
                            update clock set blue_at = :blue, yellow_at = :yellow, red_at = :red, due_at = :due,
                                finished_at = :finished, used_days = :used, stopped = :stopped, called_off = :called_off,
                                provisional = :provisional, calendar_edition = :edition
                            where case_no = :no and kind = :kind and number = :number)
                        insert into clock_entry (month, case_no, kind, number, line, act, at, days, unit, reason, legal_basis,
                            stated_at)
                        select :month, :no, :kind, :number, coalesce(max(line), 0) + 1, :act, :at, :days, :days_unit, :reason, :basis, :stated
                        from clock_entry where month = :month and case_no = :no and kind = :kind and number = :number""",
                        reckoned,
                        line)
                .param("finished", timestamp(ledger.finishedAt()), Types.TIMESTAMP)
                .param("used", reckoned.usedDays(), Types.INTEGER)
                .param("stopped", ledger.open() != null)
                .param("called_off", ledger.calledOff())
                .update();
    }

    private JdbcClient.StatementSpec bound(String statement, LedgerClocks.Reckoned reckoned, Line line) {
        var clock = reckoned.clock();
        var instants = reckoned.instants();
        return sql.sql(statement)
                .param("no", clock.key().no())
                .param("kind", clock.key().kind().name())
                .param("number", clock.key().number())
                .param("month", clock.month())
                .param("edition", clock.calendar().edition())
                .param("blue", timestamp(instants.blueAt()), Types.TIMESTAMP)
                .param("yellow", timestamp(instants.yellowAt()), Types.TIMESTAMP)
                .param("red", timestamp(instants.redAt()), Types.TIMESTAMP)
                .param("due", timestamp(instants.dueAt()), Types.TIMESTAMP)
                .param("provisional", reckoned.provisional())
                .param("act", line.act)
                .param("at", Timestamp.from(line.at))
                .param("days", line.days, Types.INTEGER)
                .param("days_unit", line.unit == null ? null : line.unit.name(), Types.VARCHAR)
                .param("reason", line.reason, Types.VARCHAR)
                .param("basis", line.legalBasis, Types.VARCHAR)
                .param("stated", timestamp(line.statedAt), Types.TIMESTAMP);
    }

    ClockRow read(ResultSet row) throws SQLException {
        return new ClockRow(
                key(row),
                row.getObject("month", LocalDate.class),
                row.getString("department"),
                row.getString("region"),
                row.getInt("promised"),
                row.getInt("statutory"),
                LimitUnit.valueOf(row.getString("unit")),
                CountingRule.valueOf(row.getString("counting_rule")),
                new CalendarStore.Key(row.getString("calendar_region"), row.getInt("calendar_edition")),
                read(row.getString("thresholds")),
                row.getInt("thresholds_version"),
                instant(row, "started_at"),
                new ClockRow.Instants(
                        instant(row, "blue_at"),
                        instant(row, "yellow_at"),
                        instant(row, "red_at"),
                        instant(row, "due_at")));
    }

    static Clocks.Key key(ResultSet row) throws SQLException {
        return new Clocks.Key(row.getString("case_no"), ClockKind.valueOf(row.getString("kind")), row.getInt("number"));
    }

    private String write(List<Threshold> thresholds) {
        try {
            return json.writeValueAsString(thresholds);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Threshold> read(String text) {
        return thresholds.get(text, unread -> {
            try {
                return json.readValue(unread, new TypeReference<>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("clock with unreadable thresholds: " + unread, e);
            }
        });
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("act"),
                instant(row, "at"),
                row.getObject("days", Integer.class),
                row.getString("unit") == null ? null : LimitUnit.valueOf(row.getString("unit")),
                row.getString("reason"),
                row.getString("legal_basis"),
                instant(row, "stated_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
