package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where cards are made, for the engine's timers and for the sweep: every light that the ledgers say has
 * begun, that is higher than the last one raised, and that has no card yet.
 */
@Component
class DueLights {

    /** A sweep passes over clocks that are being changed at this moment: the next one finds them. */
    private static final String SWEEP = "true order by c.next_light_at limit :most for update of c skip locked";

    private static final String ONE_CASE = "c.case_no = :case for update of c";

    private static final String RAISE =
            """
            with due as (
                select c.*, coalesce(f.item_name, '') as item,
                    case c.unit when 'WORKING_DAY' then '个工作日' when 'CALENDAR_DAY' then '个自然日' else '小时' end as unit_name
                from clock c left join case_file f on f.month = c.month and f.case_no = c.case_no
                where c.next_light_at < :now and %s
            ), lit as (
                select due.*, l.level, l.light, l.at from due cross join lateral (values
                    (1, 'BLUE', blue_at), (2, 'YELLOW', yellow_at), (3, 'RED', red_at)) l (level, light, at)
                where l.level > raised and l.at < :now
                    and (finished_at is null or l.level > 1 and l.at < finished_at)
            ), cards as (
                insert into card (case_no, kind, number, light, department, region, due_at, raised_at, element, message, basis)
                select lit.case_no, lit.kind, lit.number, lit.light, lit.department, lit.region, lit.at, :now,
                    coalesce(t.element, '时限监察'),
                    replace(replace(replace(replace(coalesce(t.message, '编号为{no}的事项已到监察时限，请速办理。'), '{no}', lit.case_no), '{item}', lit.item),
                        '{promised}', lit.promised || lit.unit_name), '{statutory}', lit.statutory || lit.unit_name),
                    coalesce(t.basis || '；', '') || '决策表 deadline-thresholds 第 ' || lit.thresholds_version || ' 版，规则 ' ||
                        coalesce((select e ->> 'rule' from jsonb_array_elements(lit.thresholds) e
                            where e ->> 'light' = lit.light limit 1), '')
                from lit left join card_text t on t.kind = lit.kind and t.light = lit.light
                order by lit.level, lit.at
                on conflict (case_no, kind, number, light) do nothing
                returning id, case_no, kind, light, department, region, raised_at
            ), marked as (
                update clock c set raised = top.level
                from (select case_no, kind, number, max(level) as level from lit group by case_no, kind, number) top
                where c.case_no = top.case_no and c.kind = top.kind and c.number = top.number
            )
            select id as card_id, case_no, kind, light, department, region, raised_at from cards order by id""";

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock now;

    DueLights(JdbcClient sql, ApplicationEventPublisher events, Clock now) {
        this.sql = sql;
        this.events = events;
        this.now = now;
    }

    /** Raises what is due in one case; nothing where a timer came too early, too late or twice. */
    @Transactional
    public List<CardRaised> raise(String caseNo) {
        return tell(sql.sql(RAISE.formatted(ONE_CASE))
                .param("case", caseNo)
                .param("now", Timestamp.from(now.instant()))
                .query(CardRaised.class)
                .list());
    }

    /** Raises what is due in at most so many cases, the longest overdue first. */
    @Transactional
    public List<CardRaised> raise(int most) {
        return tell(sql.sql(RAISE.formatted(SWEEP))
                .param("most", most)
                .param("now", Timestamp.from(now.instant()))
                .query(CardRaised.class)
                .list());
    }

    private List<CardRaised> tell(List<CardRaised> raised) {
        raised.forEach(events::publishEvent);
        return raised;
    }
}
