package io.onevisit.deadlines;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who published which edition of a calendar and who re-based running clocks, when and why, and which clocks moved. */
@Component
class CalendarHistory {

    private static final int SHOWN = 50;
    private static final int PAGE = 20;

    private final JdbcClient sql;

    CalendarHistory(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<Publication> publications(String region) {
        return sql.sql(
                        """
                        select edition, created_at as at, name as who, year, note, recounted, moved, left_over from working_calendar
                        where region = ? order by edition desc limit ?""")
                .params(region, SHOWN)
                .query(Publication.class)
                .list();
    }

    /** Those that were confirmed, and previews that nobody confirmed; the newest first. */
    List<Rebase> rebases(String region) {
        return sql.sql(
                        """
                        select token, edition, reason, coalesce(asked_name, asked_by) as asked_by, asked_at, clocks, moved,
                            coalesce(confirmed_name, confirmed_by) as confirmed_by, confirmed_at, done_clocks, done_moved, ended_at
                        from calendar_rebase where region = ? order by asked_at desc limit ?""")
                .params(region, SHOWN)
                .query(Rebase.class)
                .list();
    }

    /** The clocks that the publication of an edition moved. */
    Moves movedBy(String region, int edition, int page) {
        return moves("region = :region and edition = :edition and token is null", region, edition, "", page);
    }

    /** The clocks that a re-base moved. */
    Moves movedBy(String region, String token, int page) {
        return moves("region = :region and token = :token", region, 0, token, page);
    }

    private Moves moves(String where, String region, int edition, String token, int page) {
        var items = bound(
                        "select case_no as no, kind, number, at, due_was, due_is, yellow_was, yellow_is, red_was, red_is from calendar_change where "
                                + where + " order by id limit :size offset :skip",
                        region,
                        edition,
                        token)
                .param("size", PAGE)
                .param("skip", (long) Math.max(page, 0) * PAGE)
                .query(Move.class)
                .list();
        var total = bound("select count(*) from calendar_change where " + where, region, edition, token)
                .query(Long.class)
                .single();
        return new Moves(items, total);
    }

    private JdbcClient.StatementSpec bound(String statement, String region, int edition, String token) {
        return sql.sql(statement)
                .param("region", region)
                .param("edition", edition)
                .param("token", token);
    }

    /**
     * @param who {@code null} where it was not kept
     * @param year {@code null} for a first edition
     * @param recounted running clocks that had counted the year provisionally
     * @param moved how many of them are due at another instant
     * @param leftOver those that could not be counted anew, for they would reach into a year without a calendar
     */
    record Publication(
            int edition, Instant at, String who, Integer year, String note, int recounted, int moved, int leftOver) {}

    /**
     * @param clocks what the preview showed
     * @param confirmedAt {@code null} where nobody confirmed
     * @param doneClocks what was counted anew after the confirmation
     * @param endedAt {@code null} while it is under way, or was broken off
     */
    record Rebase(
            String token,
            int edition,
            String reason,
            String askedBy,
            Instant askedAt,
            int clocks,
            int moved,
            String confirmedBy,
            Instant confirmedAt,
            int doneClocks,
            int doneMoved,
            Instant endedAt) {}

    record Moves(List<Move> items, long total) {}

    record Move(
            String no,
            ClockKind kind,
            int number,
            Instant at,
            Instant dueWas,
            Instant dueIs,
            Instant yellowWas,
            Instant yellowIs,
            Instant redWas,
            Instant redIs) {}
}
