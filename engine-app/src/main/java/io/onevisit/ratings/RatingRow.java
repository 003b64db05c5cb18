package io.onevisit.ratings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads rows of {@code rating} and {@code rating_round}. */
final class RatingRow {

    private RatingRow() {}

    static Rating rating(ResultSet row, int n) throws SQLException {
        return new Rating(
                row.getString("no"),
                row.getString("matter"),
                row.getString("visit"),
                row.getString("application_no"),
                row.getString("case_no"),
                row.getString("region"),
                row.getString("department"),
                row.getString("item_name"),
                row.getInt("level"),
                RatingChannel.of(row.getInt("channel")),
                texts(row.getArray("labels")),
                row.getInt("labels_edition"),
                row.getString("text"),
                row.getString("rater"),
                row.getBoolean("defaulted"),
                instant(row, "rated_at"),
                RatingState.valueOf(row.getString("state")),
                handling(row),
                row.getString("publication"),
                row.getString("published_text"),
                row.getString("published_reply"));
    }

    static Handling.Round round(ResultSet row, int n) throws SQLException {
        return new Handling.Round(
                row.getInt("number"),
                row.getString("measures"),
                row.getString("reply"),
                instant(row, "replied_at"),
                row.getString("call_back"),
                row.getString("call_back_note"),
                second(row));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                row.getString("contact_note"),
                row.getString("verdict"),
                row.getString("verdict_note"),
                row.getString("evidence"),
                row.getBoolean("excluded"),
                row.getString("exclusion_note"),
                row.getString("measures"),
                row.getObject("extension_days", Integer.class),
                row.getBoolean("extended"),
                row.getString("reply"),
                instant(row, "replied_at"),
                row.getString("call_back"),
                row.getString("call_back_note"),
                second(row),
                instant(row, "reopened_at"),
                row.getString("conclusion"),
                row.getBoolean("contact_overdue"),
                row.getBoolean("rectify_overdue"),
                instant(row, "settled_at"));
    }

    private static Handling.Second second(ResultSet row) throws SQLException {
        return row.getObject("second_level") == null
                ? null
                : new Handling.Second(
                        row.getInt("second_level"),
                        texts(row.getArray("second_labels")),
                        row.getInt("second_labels_edition"),
                        row.getString("second_text"),
                        instant(row, "second_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
