package io.onevisit.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Light;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where cards are made, for the engine's timers and for the sweep: every light that the ledgers say has
 * begun, that is higher than the last one raised, and that has no card yet. A light whose rule is paused, and what
 * supervised a case that was voided or returned meanwhile, passes without a card.
 */
@Component
class DueLights {

    /** The case and the type of the item that a clock {@code c} is about, where it is about one. */
    static final String ITEM =
            """
            left join case_file f on f.month = c.month and f.case_no = c.case_no
            left join lateral (select s.item_type from service_item s
                where s.code = f.item_code and s.edition = f.item_edition
                    and s.region = any (region_lineage(f.region))
                order by s.region desc limit 1) i on true""";

    /** A sweep passes over clocks that are being changed at this moment: the next one finds them. */
    private static final String SWEEP =
            Tenant.OF_CLOCK + " = :tenant order by c.next_light_at limit :most for update of c skip locked";

    private static final String ONE_NUMBER = "c.case_no = :no for update of c";

    private static final String RAISE =
            """
            with due as (
                select c.*, coalesce(f.item_name, '') as item, coalesce(f.item_code, '') as item_code,
                    coalesce(i.item_type, '') as item_type,
                    case c.unit when 'WORKING_DAY' then '个工作日' when 'CALENDAR_DAY' then '个自然日' else '小时' end as unit_name,
                    c.kind = 'SPECIAL_PROCEDURE' and coalesce(f.state, '') in ('VOIDED', 'RETURNED', 'WITHDRAWN')
                    or c.kind = 'ONLINE_PREACCEPTANCE' and case when c.case_no like 'A%%'
                        then coalesce((select bool_and(x.state in ('ACCEPTANCE_REFUSED', 'NOT_APPLICABLE', 'VOIDED', 'RETURNED', 'WITHDRAWN'))
                            from case_file x where x.month = c.month and x.application_no = c.case_no), false)
                        else coalesce(f.state, '') in ('ACCEPTANCE_REFUSED', 'NOT_APPLICABLE', 'VOIDED', 'RETURNED', 'WITHDRAWN') end as dead
                from clock c %s
                where c.next_light_at < :now and %s
            ), lit as (
                select due.*, l.level, l.light, l.at, r.enabled, r.mode, r."needsFeedback" as needs_feedback,
                    r."feedbackDays" as feedback_days, r.recipients, r.message as own_message, r.rule, r.version
                from due cross join lateral (values
                    (1, 'BLUE', blue_at), (2, 'YELLOW', yellow_at), (3, 'RED', red_at)) l (level, light, at)
                join jsonb_to_recordset(cast(:rules as jsonb)) as r (kind text, light text, "itemType" text, region text,
                        enabled boolean, mode text, "needsFeedback" boolean, "feedbackDays" int, recipients text, message text,
                        rule text, version int)
                    on r.kind = due.kind and r.light = l.light and r."itemType" = due.item_type and r.region = due.region
                where l.level > raised and l.at < :now
                    and (finished_at is null or l.level > 1 and l.at < finished_at)
            ), cards as (
                insert into card (case_no, kind, number, light, department, region, due_at, raised_at, element, message, basis,
                    item_code, state, issued_at, changed_at, needs_feedback, feedback_days, recipients, rule, rule_version)
                select lit.case_no, lit.kind, lit.number, lit.light, lit.department, lit.region, lit.at, :now,
                    coalesce(t.element, '时限监察'),
                    replace(replace(replace(replace(coalesce(nullif(lit.own_message, ''), t.message, '编号为{no}的事项已到监察时限，请速办理。'),
                        '{no}', lit.case_no), '{item}', lit.item),
                        '{promised}', lit.promised || lit.unit_name), '{statutory}', lit.statutory || lit.unit_name),
                    coalesce(t.basis || '；', '') || '决策表 deadline-thresholds 第 ' || lit.thresholds_version || ' 版，规则 ' ||
                        coalesce((select e ->> 'rule' from jsonb_array_elements(lit.thresholds) e
                            where e ->> 'light' = lit.light limit 1), '')
                        || '；决策表 supervision-rules 第 ' || lit.version || ' 版，规则 ' || lit.rule,
                    lit.item_code, case lit.mode when 'MANUAL' then 'PENDING' else 'ISSUED' end,
                    case lit.mode when 'MANUAL' then null else cast(:now as timestamptz) end, :now,
                    lit.needs_feedback and lit.kind <> 'CARD_FEEDBACK', lit.feedback_days, lit.recipients, lit.rule, lit.version
                from lit left join card_text t on t.kind = lit.kind and t.light = lit.light
                where lit.enabled and not lit.dead
                order by lit.level, lit.at
                on conflict (case_no, kind, number, light) do nothing
                returning id, case_no, kind, light, department, region, raised_at
            ), marked as (
                update clock c set raised = top.level
                from (select case_no, kind, number, max(level) as level from lit group by case_no, kind, number) top
                where c.case_no = top.case_no and c.kind = top.kind and c.number = top.number
                returning 1
            )
            select passed.clocks, id as card_id, case_no, kind, light, department, region, raised_at
            from (select count(*) as clocks from marked) passed left join cards on true order by id""";

    private final JdbcClient sql;
    private final CardRules rules;
    private final SupervisionFailures failures;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock now;
    private final TransactionTemplate apart;

    DueLights(
            JdbcClient sql,
            CardRules rules,
            SupervisionFailures failures,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock now,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.rules = rules;
        this.failures = failures;
        this.json = json;
        this.events = events;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param clocks how many clocks were gone through, with or without a card */
    record Batch(long clocks, List<CardRaised> raised) {}

    /** Raises what is due of one number; nothing where a timer came too early, too late or twice. */
    List<CardRaised> raise(String no) {
        var region = apart.execute(
                status -> sql.sql("select region from clock where case_no = ? and next_light_at < ? limit 1")
                        .params(no, Timestamp.from(now.instant()))
                        .query(String.class)
                        .optional());
        if (region.isEmpty()) return List.of();
        var tenant = Tenant.of(region.get());
        List<CardRule> found;
        try {
            found = rules.ofNumber(tenant, no);
        } catch (RuntimeException broken) {
            failures.note(tenant, SupervisionFailures.RAISING, broken);
            return List.of();
        }
        return apart.execute(
                status -> batch(sql.sql(RAISE.formatted(ITEM, ONE_NUMBER)).param("no", no), found)
                        .raised());
    }

    /** Raises what is due of at most so many clocks of a tenant, the longest overdue first. */
    Batch raise(Tenant tenant, List<CardRule> found, int most) {
        return apart.execute(status -> batch(
                sql.sql(RAISE.formatted(ITEM, SWEEP))
                        .param("tenant", tenant.region())
                        .param("most", most),
                found));
    }

    private Batch batch(JdbcClient.StatementSpec statement, List<CardRule> found) {
        var rows = statement
                .param("now", Timestamp.from(now.instant()))
                .param("rules", write(found))
                .query(DueLights::row)
                .list();
        var raised = rows.stream().map(Row::card).filter(Objects::nonNull).toList();
        raised.forEach(events::publishEvent);
        return new Batch(rows.get(0).clocks, raised);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("clocks"),
                row.getObject("card_id") == null
                        ? null
                        : new CardRaised(
                                row.getLong("card_id"),
                                row.getString("case_no"),
                                ClockKind.valueOf(row.getString("kind")),
                                Light.valueOf(row.getString("light")),
                                row.getString("department"),
                                row.getString("region"),
                                row.getTimestamp("raised_at").toInstant()));
    }

    private String write(List<CardRule> found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rules of cards cannot be written", e);
        }
    }

    private record Row(long clocks, CardRaised card) {}
}
