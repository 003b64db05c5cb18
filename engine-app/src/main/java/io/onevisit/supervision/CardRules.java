package io.onevisit.supervision;

import io.onevisit.deadlines.Light;
import io.onevisit.engine.Decisions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a tenant's decision table how to issue cards: once for every combination that is due, before any clock is locked.
 * Read in a transaction of its own, so that a broken table spoils nothing but its own tenant's reading.
 */
@Component
class CardRules {

    static final String DECISION = "supervision-rules";

    private final Decisions decisions;
    private final JdbcClient sql;
    private final TransactionTemplate apart;
    private final Clock now;

    CardRules(Decisions decisions, JdbcClient sql, PlatformTransactionManager transactions, Clock now) {
        this.decisions = decisions;
        this.sql = sql;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The rules for whatever is due of a tenant now; every type of item there is. */
    List<CardRule> ofTenant(Tenant tenant) {
        return apart.execute(status -> read(
                tenant,
                sql.sql(
                                """
                        select distinct d.kind, d.region, t.item_type from
                            (select distinct c.kind, c.region from clock c where c.next_light_at < :now and %s = :tenant) d
                            cross join (select item_type from service_item union select '') t"""
                                        .formatted(Tenant.OF_CLOCK))
                        .param("now", Timestamp.from(now.instant()))
                        .param("tenant", tenant.region())
                        .query(Due.class)
                        .list()));
    }

    /** The rules for what is due of one number. */
    List<CardRule> ofNumber(Tenant tenant, String no) {
        return apart.execute(status -> read(
                tenant,
                sql.sql("select distinct c.kind, c.region, coalesce(i.item_type, '') as item_type from clock c "
                                + DueLights.ITEM + " where c.next_light_at < :now and c.case_no = :no")
                        .param("now", Timestamp.from(now.instant()))
                        .param("no", no)
                        .query(Due.class)
                        .list()));
    }

    private List<CardRule> read(Tenant tenant, List<Due> due) {
        return due.stream()
                .flatMap(d -> Stream.of(Light.BLUE, Light.YELLOW, Light.RED)
                        .map(light -> rule(tenant, new CardRule.Question(d.kind, light, d.itemType, d.region))))
                .toList();
    }

    private CardRule rule(Tenant tenant, CardRule.Question asked) {
        var outcome = decisions.evaluate(DECISION, tenant.id(), asked.facts());
        if (outcome.rows().isEmpty())
            throw new IllegalStateException("决策表 %s 对监察对象 %s、灯 %s、事项类型“%s”、区划 %s 没有命中任何规则"
                    .formatted(DECISION, asked.kind(), asked.light(), asked.itemType(), asked.region()));
        return CardRule.read(asked, outcome.rows().get(0), outcome.rules().get(0), outcome.version());
    }

    record Due(String kind, String region, String itemType) {}
}
