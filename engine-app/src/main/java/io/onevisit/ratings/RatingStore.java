package io.onevisit.ratings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ratings in the database. */
@Component
class RatingStore {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;

    RatingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where the matter or the visit has been rated before */
    boolean insert(Rating rating) {
        var added = sql.sql(
                        """
                        insert into rating (no, matter, visit, application_no, case_no, region, department, item_name, level,
                            channel, labels, labels_edition, text, rater, defaulted, rated_at, state, publication)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        rating.no(),
                        rating.matter(),
                        rating.visit(),
                        rating.applicationNo(),
                        rating.caseNo(),
                        rating.region(),
                        rating.department(),
                        rating.itemName(),
                        rating.level(),
                        rating.channel(),
                        rating.labels().toArray(String[]::new),
                        rating.labelsEdition(),
                        rating.text(),
                        rating.rater(),
                        rating.defaulted(),
                        Timestamp.from(rating.ratedAt()),
                        rating.state().name(),
                        rating.publication())
                .update();
        if (added == 1) {
            count(rating, 1, 0);
        }
        return added == 1;
    }

    Optional<Rating> find(String no) {
        return sql.sql("select * from rating where no = ?")
                .param(no)
                .query(RatingStore::rating)
                .optional();
    }

    List<Rating> ofApplication(String applicationNo) {
        return sql.sql("select * from rating where application_no = ? and matter is not null")
                .param(applicationNo)
                .query(RatingStore::rating)
                .list();
    }

    boolean isRated(String visit) {
        return sql.sql("select count(*) from rating where visit = ?")
                        .param(visit)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void move(String no, RatingState state) {
        set(no, Map.of("state", state.name()));
    }

    /** Writes what the loop found out; the columns are ours, never a caller's words. */
    void set(String no, Map<String, Object> values) {
        var names = values.keySet().stream().sorted().toList();
        var assignments = String.join(
                ", ", names.stream().map(name -> name + " = :" + name).toList());
        var statement =
                sql.sql("update rating set " + assignments + " where no = :no").param("no", no);
        names.forEach(name ->
                statement.param(name, values.get(name) instanceof Instant at ? Timestamp.from(at) : values.get(name)));
        statement.update();
    }

    /** Leaves a rating out of the scores; it stays on file. */
    void exclude(Rating rating, String by, String note) {
        set(rating.no(), Map.of("excluded", true, "excluded_by", by, "exclusion_note", note));
        count(rating, 0, 1);
    }

    /** @return false where there is a second rating already */
    boolean rateAgain(String no, RatingLevel level, Instant at) {
        return sql.sql("update rating set second_level = ?, second_at = ? where no = ? and second_level is null")
                        .params(level.code(), Timestamp.from(at), no)
                        .update()
                == 1;
    }

    void add(String no, String text, Instant at) {
        sql.sql("insert into rating_addition (no, at, text) values (?, ?, ?)")
                .params(no, Timestamp.from(at), text)
                .update();
    }

    List<Addition> additions(String no) {
        return sql.sql("select at, text from rating_addition where no = ? order by id")
                .param(no)
                .query(Addition.class)
                .list();
    }

    private void count(Rating rating, int total, int excluded) {
        sql.sql(
                        """
                        insert into rating_day as d (day, region, department, level, total, defaulted, excluded)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (day, region, department, level) do update
                        set total = d.total + excluded.total, defaulted = d.defaulted + excluded.defaulted,
                            excluded = d.excluded + excluded.excluded""")
                .params(
                        LocalDate.ofInstant(rating.ratedAt(), CHINA),
                        rating.region(),
                        rating.department(),
                        rating.level(),
                        total,
                        rating.defaulted() ? total : 0,
                        excluded)
                .update();
    }

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
                row.getInt("channel"),
                texts(row.getArray("labels")),
                row.getInt("labels_edition"),
                row.getString("text"),
                row.getString("rater"),
                row.getBoolean("defaulted"),
                instant(row, "rated_at"),
                RatingState.valueOf(row.getString("state")),
                row.getString("contact_note"),
                row.getString("verdict"),
                row.getString("verdict_note"),
                row.getString("evidence"),
                row.getBoolean("excluded"),
                row.getString("exclusion_note"),
                row.getString("measures"),
                (Integer) row.getObject("extension_days"),
                row.getBoolean("extended"),
                row.getString("reply"),
                instant(row, "replied_at"),
                row.getString("call_back"),
                row.getString("call_back_note"),
                row.getObject("second_level", Integer.class),
                row.getBoolean("contact_overdue"),
                row.getBoolean("rectify_overdue"),
                instant(row, "settled_at"),
                row.getString("publication"),
                row.getString("published_text"),
                row.getString("published_reply"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    record Addition(Instant at, String text) {}
}
