package io.onevisit.deadlines;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ledgers of many clocks read in one question and written in one statement each. */
@Component
class ClockBatch {

    private static final int SIZE = 500;

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    ClockBatch(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /**
     * A clock counted by another edition of its calendar.
     *
     * @param lines how many its ledger has
     */
    record Move(ClockRow clock, Ledger ledger, int lines, CalendarStore.Key edition, Reckoning reckoning) {

        ClockRow.Instants was() {
            return clock.instants();
        }

        ClockRow.Instants is() {
            return reckoning.instants();
        }

        boolean moved() {
            return !was().equals(is());
        }
    }

    Map<Clocks.Key, List<ClockStore.Line>> lines(Collection<ClockRow> clocks) {
        record Row(Clocks.Key key, ClockStore.Line line) {}
        var found = sql.sql(
                        """
                        select * from clock_entry where month = any (:months) and case_no = any (:nos)
                        order by case_no, kind, number, line""")
                .param(
                        "months",
                        clocks.stream()
                                .map(c -> Date.valueOf(c.month()))
                                .distinct()
                                .toArray(Date[]::new))
                .param("nos", clocks.stream().map(c -> c.key().no()).distinct().toArray(String[]::new))
                .query((row, n) -> new Row(ClockStore.key(row), ClockStore.line(row)))
                .list();
        var byKey = new HashMap<Clocks.Key, List<ClockStore.Line>>();
        found.stream()
                .collect(Collectors.groupingBy(Row::key, Collectors.mapping(Row::line, Collectors.toList())))
                .forEach(byKey::put);
        return byKey;
    }

    void write(List<Move> moves, String act, String note, Instant at) {
        batch.batchUpdate(
                """
                insert into clock_entry (month, case_no, kind, number, line, act, at, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                moves,
                SIZE,
                (statement, move) -> {
                    var key = move.clock().key();
                    statement.setObject(1, move.clock().month());
                    statement.setString(2, key.no());
                    statement.setString(3, key.kind().name());
                    statement.setInt(4, key.number());
                    statement.setInt(5, move.lines() + 1);
                    statement.setString(6, act);
                    statement.setTimestamp(7, Timestamp.from(at));
                    statement.setString(8, note);
                });
        batch.batchUpdate(
                """
                update clock set blue_at = ?, yellow_at = ?, red_at = ?, due_at = ?, provisional = ?,
                    calendar_region = ?, calendar_edition = ?
                where case_no = ? and kind = ? and number = ?""",
                moves,
                SIZE,
                (statement, move) -> {
                    var key = move.clock().key();
                    statement.setTimestamp(1, ClockStore.timestamp(move.is().blueAt()));
                    statement.setTimestamp(2, ClockStore.timestamp(move.is().yellowAt()));
                    statement.setTimestamp(3, ClockStore.timestamp(move.is().redAt()));
                    statement.setTimestamp(4, ClockStore.timestamp(move.is().dueAt()));
                    statement.setBoolean(5, move.reckoning().provisional());
                    statement.setString(6, move.edition().region());
                    statement.setInt(7, move.edition().edition());
                    statement.setString(8, key.no());
                    statement.setString(9, key.kind().name());
                    statement.setInt(10, key.number());
                });
    }

    void report(List<Move> moves, String token, Instant at) {
        batch.batchUpdate(
                """
                insert into calendar_change (at, region, edition, case_no, kind, number, token, blue_was, blue_is,
                    yellow_was, yellow_is, red_was, red_is, due_was, due_is)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                moves.stream().filter(Move::moved).toList(),
                SIZE,
                (statement, move) -> {
                    var key = move.clock().key();
                    statement.setTimestamp(1, Timestamp.from(at));
                    statement.setString(2, move.edition().region());
                    statement.setInt(3, move.edition().edition());
                    statement.setString(4, key.no());
                    statement.setString(5, key.kind().name());
                    statement.setInt(6, key.number());
                    statement.setString(7, token);
                    statement.setTimestamp(8, ClockStore.timestamp(move.was().blueAt()));
                    statement.setTimestamp(9, ClockStore.timestamp(move.is().blueAt()));
                    statement.setTimestamp(10, ClockStore.timestamp(move.was().yellowAt()));
                    statement.setTimestamp(11, ClockStore.timestamp(move.is().yellowAt()));
                    statement.setTimestamp(12, ClockStore.timestamp(move.was().redAt()));
                    statement.setTimestamp(13, ClockStore.timestamp(move.is().redAt()));
                    statement.setTimestamp(14, ClockStore.timestamp(move.was().dueAt()));
                    statement.setTimestamp(15, ClockStore.timestamp(move.is().dueAt()));
                });
    }
}
