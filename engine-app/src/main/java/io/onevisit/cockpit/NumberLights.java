package io.onevisit.cockpit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The light of whatever bears a number, as it shines now: that of the case's or the application's own clock while it runs,
 * else of the open clock that is due first. The limits of links have no part in it.
 */
@Component
class NumberLights {

    static final String NONE = "NONE";

    private final JdbcClient sql;
    private final Clock time;

    NumberLights(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /** Numbers without a running clock are missing. */
    Map<String, Lit> of(Collection<String> numbers) {
        return sql
                .sql(
                        """
                        select distinct on (c.case_no) c.case_no as number, c.due_at,
                            case when :now > c.red_at then 'RED' when :now > c.yellow_at then 'YELLOW'
                                 when :now > c.blue_at then 'BLUE' else 'NONE' end as light
                        from clock c where c.case_no = any (:numbers) and c.finished_at is null and c.kind <> 'LINK'
                        order by c.case_no, c.kind not in ('CASE', 'BUNDLE'), c.due_at""")
                .param("now", Timestamp.from(time.instant()))
                .param("numbers", numbers.stream().distinct().toArray(String[]::new))
                .query(Lit.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Lit::number, Function.identity()));
    }

    /** @param dueAt {@code null} while nobody knows, as in a special procedure */
    record Lit(String number, String light, Instant dueAt) {}
}
