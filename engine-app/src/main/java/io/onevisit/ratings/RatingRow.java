package io.onevisit.ratings;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads rows of {@code rating} and {@code rating_round}. */
@Component
class RatingRow {

    private final Vault vault;

    RatingRow(Vault vault) {
        this.vault = vault;
    }

    Rating rating(ResultSet row, int n) throws SQLException {
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
                vault.open(Column.RATING_TEXT, row.getString("no"), row.getString("text")),
                row.getString("rater"),
                row.getBoolean("defaulted"),
                instant(row, "rated_at"),
                RatingState.valueOf(row.getString("state")),
                handling(row),
                row.getString("publication"),
                row.getString("published_text"),
                row.getString("published_reply"));
    }

    Handling.Round round(ResultSet row, int n) throws SQLException {
        var name = row.getString("no") + " " + row.getInt("number");
        return new Handling.Round(
                row.getInt("number"),
                row.getString("measures"),
                vault.open(Column.ROUND_REPLY, name, row.getString("reply")),
                instant(row, "replied_at"),
                row.getString("call_back"),
                vault.open(Column.ROUND_CALL_BACK, name, row.getString("call_back_note")),
                second(row, vault.open(Column.ROUND_SECOND, name, row.getString("second_text"))));
    }

    private Handling handling(ResultSet row) throws SQLException {
        var no = row.getString("no");
        return new Handling(
                vault.open(Column.RATING_CONTACT, no, row.getString("contact_note")),
                row.getString("verdict"),
                row.getString("verdict_note"),
                row.getString("evidence"),
                row.getBoolean("excluded"),
                row.getString("exclusion_note"),
                row.getString("measures"),
                row.getObject("extension_days", Integer.class),
                row.getBoolean("extended"),
                vault.open(Column.RATING_REPLY, no, row.getString("reply")),
                instant(row, "replied_at"),
                row.getString("call_back"),
                vault.open(Column.RATING_CALL_BACK, no, row.getString("call_back_note")),
                second(row, vault.open(Column.RATING_SECOND, no, row.getString("second_text"))),
                instant(row, "reopened_at"),
                row.getString("conclusion"),
                row.getBoolean("contact_overdue"),
                row.getBoolean("rectify_overdue"),
                instant(row, "settled_at"));
    }

    private static Handling.Second second(ResultSet row, String text) throws SQLException {
        return row.getObject("second_level") == null
                ? null
                : new Handling.Second(
                        row.getInt("second_level"),
                        texts(row.getArray("second_labels")),
                        row.getInt("second_labels_edition"),
                        text,
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
