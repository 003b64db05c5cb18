package io.onevisit.deadlines;

import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets running clocks follow a changed calendar, which they never do by themselves: first a preview of what would move,
 * then, with the token of the preview, the change itself.
 */
@Component
class CalendarRebase {

    private static final int SHOWN = 200;
    private static final Clocks.Key FIRST = new Clocks.Key("", ClockKind.CASE, 0);

    private final CalendarStore calendars;
    private final ClockStore clocks;
    private final Recounts recounts;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock now;

    CalendarRebase(
            CalendarStore calendars,
            ClockStore clocks,
            Recounts recounts,
            TransactionTemplate transaction,
            JdbcClient sql,
            Clock now) {
        this.calendars = calendars;
        this.clocks = clocks;
        this.recounts = recounts;
        this.transaction = transaction;
        this.sql = sql;
        this.now = now;
    }

    /**
     * @param clocks running clocks counted by an older edition
     * @param moved how many of them would be, or are, due at another instant
     * @param changes the first of those, with their old and new instants
     */
    record Result(String token, int edition, int clocks, int moved, List<Change> changes) {}

    record Change(
            String no,
            ClockKind kind,
            int number,
            Instant dueWas,
            Instant dueIs,
            Instant yellowWas,
            Instant yellowIs,
            Instant redWas,
            Instant redIs) {

        static Change of(ClockBatch.Move move) {
            var key = move.clock().key();
            return new Change(
                    key.no(),
                    key.kind(),
                    key.number(),
                    move.was().dueAt(),
                    move.is().dueAt(),
                    move.was().yellowAt(),
                    move.is().yellowAt(),
                    move.was().redAt(),
                    move.is().redAt());
        }
    }

    private record Asked(String region, int edition, String reason, Timestamp confirmedAt) {}

    /** Changes nothing but notes what was asked, by whom and why. */
    @Transactional
    public Result preview(String region, String reason, CalendarAuthor who) {
        var newest = newest(region);
        var count = new Count();
        for (var batch = clocks.counted(newest, FIRST, Recounts.BATCH);
                !batch.isEmpty();
                batch = clocks.counted(newest, batch.get(batch.size() - 1).key(), Recounts.BATCH))
            count.add(recounts.supposed(batch, newest));
        var token = UUID.randomUUID().toString();
        sql.sql(
                        """
                        insert into calendar_rebase (token, region, edition, reason, asked_by, asked_name, asked_at, clocks, moved)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        token,
                        region,
                        newest.edition(),
                        reason,
                        who.username(),
                        who.name(),
                        timestamp(),
                        count.clocks,
                        count.moved)
                .update();
        return count.result(token, newest);
    }

    /** Does what the preview showed, a batch in a transaction; a call that broke off may be repeated. */
    Result confirm(String region, String token, CalendarAuthor who) {
        var newest = newest(region);
        var asked = transaction.execute(status -> take(region, token, newest, who));
        var count = new Count();
        for (var batch = clocks.counted(newest, FIRST, Recounts.BATCH);
                !batch.isEmpty();
                batch = clocks.counted(newest, batch.get(batch.size() - 1).key(), Recounts.BATCH))
            count.add(recounts.apply(
                    batch.stream().map(ClockRow::key).toList(),
                    newest,
                    Recounts.REBASED,
                    asked.reason,
                    token,
                    now.instant()));
        sql.sql(
                        """
                        update calendar_rebase set done_clocks = done_clocks + ?, ended_at = ?,
                            done_moved = (select count(*) from calendar_change where token = ?) where token = ?""")
                .params(count.clocks, timestamp(), token, token)
                .update();
        return count.result(token, newest);
    }

    private Asked take(String region, String token, CalendarStore.Key newest, CalendarAuthor who) {
        var asked = sql.sql(
                        "select region, edition, reason, confirmed_at from calendar_rebase where token = ? for update")
                .param(token)
                .query(Asked.class)
                .optional()
                .filter(found -> found.region.equals(region))
                .orElseThrow(() -> Problem.notFound("rebase-unknown", "没有找到这次预览，请重新预览后确认。"));
        if (asked.edition != newest.edition()) throw Problem.conflict("rebase-outdated", "预览之后工作日历又有调整，请重新预览后确认。");
        if (asked.confirmedAt == null)
            sql.sql("update calendar_rebase set confirmed_by = ?, confirmed_name = ?, confirmed_at = ? where token = ?")
                    .params(who.username(), who.name(), timestamp(), token)
                    .update();
        return asked;
    }

    private CalendarStore.Key newest(String region) {
        return calendars
                .newest(List.of(region))
                .orElseThrow(() -> Problem.notFound("calendar-none", "地区 " + region + " 没有自己的工作日历，沿用上级的。"));
    }

    private Timestamp timestamp() {
        return Timestamp.from(now.instant());
    }

    private static final class Count {

        private int clocks;
        private int moved;
        private final List<Change> changes = new ArrayList<>();

        private void add(List<ClockBatch.Move> moves) {
            clocks += moves.size();
            for (var move : moves) {
                if (!move.moved()) continue;
                moved++;
                if (changes.size() < SHOWN) changes.add(Change.of(move));
            }
        }

        private Result result(String token, CalendarStore.Key edition) {
            return new Result(token, edition.edition(), clocks, moved, changes);
        }
    }
}
