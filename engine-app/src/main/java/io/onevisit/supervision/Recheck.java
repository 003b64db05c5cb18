package io.onevisit.supervision;

import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import io.onevisit.supervision.RecheckRuns.Run;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-check (巡检): reckons every card that stands from its ledger as it is now (预警 and 黄牌 against the promised limit, 红牌
 * against the statutory one). Right where its light had begun when it was raised, else 异常发牌, with the difference. A
 * portion of cards in a transaction: whatever stops it, the next portion begins where the last one ended.
 */
@Component
class Recheck {

    static final int PORTION = 200;

    private final JdbcClient sql;
    private final RecheckRuns runs;
    private final Clocks clocks;
    private final Clock now;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    Recheck(JdbcClient sql, RecheckRuns runs, Clocks clocks, Clock now, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.runs = runs;
        this.clocks = clocks;
        this.now = now;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /**
     * Does the next portion of a run.
     *
     * @return whether there may be more to do; false too while somebody else does it
     */
    boolean advance(long id) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> runs.take(id).map(this::portion).orElse(false)));
    }

    private boolean portion(Run run) {
        var cards = next(run);
        if (cards.isEmpty()) {
            runs.end(run.id());
            return false;
        }
        var verdicts = verdicts(cards);
        note(run.id(), cards, verdicts);
        runs.advance(
                run.id(),
                cards.get(cards.size() - 1).id(),
                cards.size(),
                verdicts.stream().filter(v -> v.result.equals("ABNORMAL")).count(),
                verdicts.stream().filter(v -> v.result.equals("FAILED")).count());
        return true;
    }

    private List<Card> next(Run run) {
        var all = Watch.over(run.region());
        return sql.sql(
                        """
                        select * from card where id > :place and id <= :last and state in ('ISSUED', 'URGED') and region between :from and :through
                        order by id limit :portion""")
                .param("place", run.place())
                .param("last", run.lastCard())
                .param("from", all.regionPrefix())
                .param("through", all.regionThrough())
                .param("portion", PORTION)
                .query(Card.class)
                .list();
    }

    /** All their clocks in one question; where one of them cannot be reckoned each is asked for by itself. */
    private List<Verdict> verdicts(List<Card> cards) {
        var at = now.instant();
        var keys = cards.stream().map(Recheck::key).toList();
        Map<Clocks.Key, Clocks.Face> faces;
        try {
            faces = apart.execute(status -> clocks.faces(keys, at));
        } catch (RuntimeException oneOfThem) {
            return cards.stream().map(card -> alone(card, at)).toList();
        }
        return cards.stream().map(card -> verdict(card, faces.get(key(card)))).toList();
    }

    private Verdict alone(Card card, Instant at) {
        try {
            return verdict(card, apart.execute(status -> clocks.face(key(card), at)));
        } catch (RuntimeException unknown) {
            return new Verdict("FAILED", null, "无法推算：" + unknown.getMessage());
        }
    }

    private void note(long run, List<Card> cards, List<Verdict> verdicts) {
        var at = Timestamp.from(now.instant());
        var ids = new ArrayList<Long>();
        var results = new ArrayList<String>();
        for (var n = 0; n < cards.size(); n++) {
            var card = cards.get(n);
            var verdict = verdicts.get(n);
            ids.add(card.id());
            results.add(verdict.result);
            if (verdict.result.equals("RIGHT")) continue;
            sql.sql(
                            "insert into recheck_finding (run_id, card_id, result, due_was, due_is, note) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            run,
                            card.id(),
                            verdict.result,
                            Timestamp.from(card.dueAt()),
                            verdict.dueIs == null ? null : Timestamp.from(verdict.dueIs),
                            verdict.note)
                    .update();
        }
        sql.sql(
                        """
                        update card set checked_at = :at, check_result = v.result
                        from unnest(cast(:ids as bigint[]), cast(:results as text[])) v (id, result) where card.id = v.id""")
                .param("at", at)
                .param("ids", ids.toArray(Long[]::new))
                .param("results", results.toArray(String[]::new))
                .update();
    }

    private static Verdict verdict(Card card, Clocks.Face face) {
        var begins = instant(face, card.light());
        if (begins == null) return new Verdict("ABNORMAL", null, "按现在的台账，这种灯没有开始时刻（计时中止或没有这条规则）");
        if (!begins.isBefore(card.raisedAt()))
            return new Verdict("ABNORMAL", begins, "按现在的台账，发牌时尚未到时：应在 " + Words.instant(begins) + " 之后");
        if (face.finishedAt() != null && !begins.isBefore(face.finishedAt()))
            return new Verdict("ABNORMAL", begins, "按现在的台账，到时之前已于 " + Words.instant(face.finishedAt()) + " 结束");
        return new Verdict("RIGHT", begins, "");
    }

    private static Instant instant(Clocks.Face face, Light light) {
        return switch (light) {
            case BLUE -> face.blueAt();
            case YELLOW -> face.yellowAt();
            case RED -> face.redAt();
            default -> null;
        };
    }

    private static Clocks.Key key(Card card) {
        return new Clocks.Key(card.caseNo(), card.kind(), card.number());
    }

    private record Verdict(String result, Instant dueIs, String note) {}
}
