package io.onevisit.supervision;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards and what was done to them, in the database. */
@Component
class CardStore {

    private final JdbcClient sql;
    private final Clock now;

    CardStore(JdbcClient sql, Clock now) {
        this.sql = sql;
        this.now = now;
    }

    Optional<Card> find(long id) {
        return sql.sql("select * from card where id = ?")
                .param(id)
                .query(Card.class)
                .optional();
    }

    Card byNumber(String cardNo) {
        return sql.sql("select * from card where card_no = ?")
                .param(cardNo)
                .query(Card.class)
                .single();
    }

    /** Nobody else acts on the card until the transaction ends. */
    Card lock(long id) {
        return sql.sql("select * from card where id = ? for update")
                .param(id)
                .query(Card.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("card-unknown", "没有找到这张牌。"));
    }

    /** As {@link #lock}, by the card's number; nothing where there is none. */
    void hold(String cardNo) {
        sql.sql("select 1 from card where card_no = ? for update")
                .param(cardNo)
                .query(Integer.class)
                .optional();
    }

    void state(long id, CardState state) {
        sql.sql(
                        """
                        update card set state = :state, changed_at = :now,
                            issued_at = case when :state = 'ISSUED' then coalesce(issued_at, :now) else issued_at end
                        where id = :id""")
                .param("state", state.name())
                .param("now", Timestamp.from(now.instant()))
                .param("id", id)
                .update();
    }

    void phase(long id, CardPhase phase) {
        sql.sql("update card set phase = ?, changed_at = ? where id = ?")
                .params(phase.name(), Timestamp.from(now.instant()), id)
                .update();
    }

    void numbered(long id, String cardNo) {
        sql.sql("update card set card_no = ? where id = ?").params(cardNo, id).update();
    }

    void act(long id, Actor who, String act, String text, String cause) {
        sql.sql("insert into card_act (card_id, at, who, name, act, text, cause) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, Timestamp.from(now.instant()), who.username(), who.name(), act, text, cause)
                .update();
    }

    List<Act> acts(long id) {
        return sql.sql("select at, name, act, text, cause from card_act where card_id = ? order by id")
                .param(id)
                .query(Act.class)
                .list();
    }

    void urge(long id, Actor who, String addressee, String text, LocalDate dueOn) {
        sql.sql(
                        "insert into card_urging (card_id, at, who, name, addressee, text, due_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, Timestamp.from(now.instant()), who.username(), who.name(), addressee, text, dueOn)
                .update();
    }

    /** Who acted; the platform itself where nobody did. */
    record Actor(String username, String name) {
        static final Actor PLATFORM = new Actor("", "平台");

        static Actor of(Account account) {
            return new Actor(account.username(), account.name());
        }
    }

    /** One line of a card's story. */
    record Act(Instant at, String name, String act, String text, String cause) {}
}
