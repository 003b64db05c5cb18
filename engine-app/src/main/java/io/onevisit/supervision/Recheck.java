package io.onevisit.supervision;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-check (巡检): reckons every card that stands from its ledger as it is now (预警 and 黄牌 against the promised limit, 红牌
 * against the statutory one). Right where its light had begun when it was raised, else 异常发牌, with the difference.
 */
@Component
class Recheck {

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final Clocks clocks;
    private final Clock now;
    private final TransactionTemplate apart;

    Recheck(JdbcClient sql, Clocks clocks, Clock now, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clocks = clocks;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
    }

    /** Checks the open cards of a region; what cannot be reckoned is a finding, and stops nothing. */
    Run run(String region, String who) {
        var id = sql.sql("insert into recheck_run (region, started_at, who) values (?, ?, ?) returning id")
                .params(region, Timestamp.from(now.instant()), who)
                .query(Long.class)
                .single();
        var tally = new int[3];
        var after = 0L;
        for (var batch = next(region, after); !batch.isEmpty(); batch = next(region, after)) {
            for (var card : batch) {
                tally[0]++;
                var verdict = verdictOrWhyNot(card);
                apart.executeWithoutResult(status -> note(id, card, verdict, tally));
                after = card.id();
            }
        }
        sql.sql("update recheck_run set ended_at = ?, checked = ?, abnormal = ?, failed = ? where id = ?")
                .params(Timestamp.from(now.instant()), tally[0], tally[1], tally[2], id)
                .update();
        return of(id);
    }

    /** A run within a part of the province; one outside it looks like one that never was. */
    Optional<Run> find(long id, String regionPrefix) {
        return sql.sql("select * from recheck_run where id = ? and starts_with(region, ?)")
                .params(id, regionPrefix)
                .query(Run.class)
                .optional();
    }

    private Run of(long id) {
        return sql.sql("select * from recheck_run where id = ?")
                .param(id)
                .query(Run.class)
                .single();
    }

    List<Run> newest(String regionPrefix) {
        return sql.sql("select * from recheck_run where starts_with(region, ?) order by id desc limit 20")
                .param(regionPrefix)
                .query(Run.class)
                .list();
    }

    List<Finding> findings(long run) {
        return sql.sql(
                        """
                        select f.card_id, k.case_no, k.light, k.element, k.department, f.result, f.due_was, f.due_is, f.note, k.raised_at
                        from recheck_finding f join card k on k.id = f.card_id where f.run_id = ? order by f.id limit 500""")
                .param(run)
                .query(Finding.class)
                .list();
    }

    private Verdict verdictOrWhyNot(Card card) {
        try {
            return verdict(card);
        } catch (RuntimeException unknown) {
            return new Verdict("FAILED", null, "无法推算：" + unknown.getMessage());
        }
    }

    private void note(long run, Card card, Verdict verdict, int[] tally) {
        sql.sql("update card set checked_at = ?, check_result = ? where id = ?")
                .params(Timestamp.from(now.instant()), verdict.result, card.id())
                .update();
        if (verdict.result.equals("RIGHT")) return;
        tally[verdict.result.equals("ABNORMAL") ? 1 : 2]++;
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

    private Verdict verdict(Card card) {
        var face = clocks.face(new Clocks.Key(card.caseNo(), card.kind(), card.number()), now.instant());
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

    /** Every night the whole province. */
    @Scheduled(cron = "${onevisit.supervision.recheck:0 0 2 * * *}", zone = "Asia/Shanghai")
    void everyNight() {
        run(Catalogue.PROVINCE, "平台");
    }

    private List<Card> next(String region, long after) {
        return sql.sql(
                        """
                        select * from card where id > :after and state in ('ISSUED', 'URGED') and starts_with(region, :region)
                        order by id limit :batch""")
                .param("after", after)
                .param("region", Watch.prefix(region))
                .param("batch", BATCH)
                .query(Card.class)
                .list();
    }

    private record Verdict(String result, Instant dueIs, String note) {}

    record Run(
            long id,
            String region,
            Instant startedAt,
            Instant endedAt,
            String who,
            int checked,
            int abnormal,
            int failed) {}

    record Finding(
            long cardId,
            String caseNo,
            String light,
            String element,
            String department,
            String result,
            Instant dueWas,
            Instant dueIs,
            String note,
            Instant raisedAt) {}
}
