package io.onevisit.ratings;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
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

    private static final Map<String, Column> SEALED = Column.in("rating");

    private final JdbcClient sql;
    private final RatingRow rows;
    private final Vault vault;

    RatingStore(JdbcClient sql, RatingRow rows, Vault vault) {
        this.sql = sql;
        this.rows = rows;
        this.vault = vault;
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
                        rating.channel().code(),
                        rating.labels().toArray(String[]::new),
                        rating.labelsEdition(),
                        vault.seal(Column.RATING_TEXT, rating.no(), rating.text()),
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
                .query(rows::rating)
                .optional();
    }

    /** The rating, kept for whoever asked until their transaction ends: a rater and an officer may answer at once. */
    Optional<Rating> lock(String no) {
        return sql.sql("select * from rating where no = ? for update")
                .param(no)
                .query(rows::rating)
                .optional();
    }

    List<Rating> ofApplication(String applicationNo) {
        return sql.sql("select * from rating where application_no = ? and matter is not null")
                .param(applicationNo)
                .query(rows::rating)
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
        names.forEach(name -> statement.param(name, stored(no, name, values.get(name))));
        statement.update();
    }

    private Object stored(String no, String name, Object value) {
        if (SEALED.containsKey(name)) {
            return vault.seal(SEALED.get(name), no, (String) value);
        }
        return value instanceof Instant at ? Timestamp.from(at) : value;
    }

    /** Leaves a rating out of the scores; it stays on file. */
    void exclude(Rating rating, String by, String note) {
        set(rating.no(), Map.of("excluded", true, "excluded_by", by, "exclusion_note", note));
        count(rating, 0, 1);
    }

    /** Keeps the rater's verdict on the latest reply; the caller has locked the rating. */
    void rateAgain(String no, Handling.Second second) {
        sql.sql(
                        """
                        update rating set second_level = ?, second_labels = ?, second_labels_edition = ?, second_text = ?,
                            second_at = ?, again_bad = again_bad or ? where no = ?""")
                .params(
                        second.level(),
                        second.labels().toArray(String[]::new),
                        second.labelsEdition(),
                        vault.seal(Column.RATING_SECOND, no, second.text()),
                        Timestamp.from(second.at()),
                        second.satisfaction().bad(),
                        no)
                .update();
    }

    /** Puts the rectification that didn't do away as a round of its own; what of it is public stays public. */
    void reopen(String no, Instant at) {
        var done = find(no).orElseThrow().handling();
        sql.sql(
                        """
                        insert into rating_round (no, number, measures, reply, replied_at, call_back, call_back_note, second_level,
                            second_labels, second_labels_edition, second_text, second_at, ended_at)
                        select no, 1, measures, :reply, replied_at, call_back, :callBackNote, second_level,
                            second_labels, second_labels_edition, :secondText, second_at, :at from rating where no = :no""")
                .param("no", no)
                .param("reply", vault.seal(Column.ROUND_REPLY, no + " 1", done.reply()))
                .param("callBackNote", vault.seal(Column.ROUND_CALL_BACK, no + " 1", done.callBackNote()))
                .param(
                        "secondText",
                        vault.seal(
                                Column.ROUND_SECOND,
                                no + " 1",
                                done.second() == null ? "" : done.second().text()))
                .param("at", Timestamp.from(at))
                .update();
        sql.sql(
                        """
                        update rating set reopened_at = :at, settled_at = null, measures = null, reply = null, replied_at = null,
                            publication = case when publication = 'PENDING' and text = '' then 'NONE' else publication end,
                            call_back = null, call_back_note = null, extension_days = null, extended = false, second_level = null, second_labels = '{}', second_labels_edition = 0,
                            second_text = '', second_at = null
                        where no = :no""")
                .param("no", no)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Settled, but its rater is not content: it is open again. */
    void unsettle(String no) {
        sql.sql("update rating set settled_at = null where no = ?").param(no).update();
    }

    List<Handling.Round> rounds(String no) {
        return sql.sql("select * from rating_round where no = ? order by number")
                .param(no)
                .query(rows::round)
                .list();
    }

    void add(String no, String text, Instant at) {
        var id = sql.sql("insert into rating_addition (no, at, text) values (?, ?, '') returning id")
                .params(no, Timestamp.from(at))
                .query(Long.class)
                .single();
        sql.sql("update rating_addition set text = ? where id = ?")
                .params(vault.seal(Column.ADDITION, Long.toString(id), text), id)
                .update();
    }

    List<Addition> additions(String no) {
        return sql.sql("select id, at, text from rating_addition where no = ? order by id")
                .param(no)
                .query((row, n) -> new Addition(
                        row.getTimestamp("at").toInstant(),
                        vault.open(Column.ADDITION, row.getString("id"), row.getString("text"))))
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

    record Addition(Instant at, String text) {}
}
