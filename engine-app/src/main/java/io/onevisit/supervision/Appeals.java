package io.onevisit.supervision;

import io.onevisit.identity.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appeals of departments against cards (申诉), with the answer of the supervisors and, where it was escalated, of the level above. */
@Component
class Appeals {

    private final JdbcClient sql;
    private final Clock now;

    Appeals(JdbcClient sql, Clock now) {
        this.sql = sql;
        this.now = now;
    }

    /** An appeal; while an earlier one has no last word, because it was sent back, that one is made anew. */
    void made(Card card, Account who, String text) {
        var anew = sql.sql(
                        """
                        update card_appeal set who = ?, name = ?, at = ?, text = ?
                        where card_id = ? and final_outcome is null and (outcome is null or outcome = 'ESCALATED')""")
                .params(who.username(), who.name(), time(), text, card.id())
                .update();
        if (anew > 0) return;
        sql.sql("insert into card_appeal (card_id, department, who, name, at, text) values (?, ?, ?, ?, ?, ?)")
                .params(card.id(), card.department(), who.username(), who.name(), time(), text)
                .update();
    }

    /** @param outcome REVOKED, RETURNED or ESCALATED */
    void answered(Card card, Account who, String outcome, String reply) {
        sql.sql(
                        """
                        update card_appeal set outcome = ?, reply_region = ?, reply_who = ?, reply_name = ?, reply = ?, replied_at = ?
                        where card_id = ? and final_outcome is null and (outcome is null or outcome = 'ESCALATED')""")
                .params(outcome, who.region(), who.username(), who.name(), reply, time(), card.id())
                .update();
    }

    /** The level above has decided what was escalated to it. */
    void decided(Card card, Account who, String outcome, String reply) {
        sql.sql(
                        """
                        update card_appeal set final_outcome = ?, final_who = ?, final_name = ?, final_reply = ?, final_at = ?
                        where card_id = ? and outcome = 'ESCALATED' and final_outcome is null""")
                .params(outcome, who.username(), who.name(), reply, time(), card.id())
                .update();
    }

    /** Region of whoever escalated the open appeal. */
    String escalatedFrom(Card card) {
        return sql.sql(
                        "select reply_region from card_appeal where card_id = ? and outcome = 'ESCALATED' and final_outcome is null")
                .param(card.id())
                .query(String.class)
                .single();
    }

    List<Appeal> of(long cardId) {
        return sql.sql("select * from card_appeal where card_id = ? order by id")
                .param(cardId)
                .query(Appeal.class)
                .list();
    }

    private Timestamp time() {
        return Timestamp.from(now.instant());
    }

    record Appeal(
            String department,
            String name,
            Instant at,
            String text,
            String outcome,
            String replyName,
            String reply,
            Instant repliedAt,
            String finalOutcome,
            String finalName,
            String finalReply,
            Instant finalAt) {}
}
