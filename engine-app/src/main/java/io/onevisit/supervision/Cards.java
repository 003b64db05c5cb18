package io.onevisit.supervision;

import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cards were raised. */
@Component
public class Cards {

    private final JdbcClient sql;

    Cards(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those raised from one instant until before another, of somebody's division. */
    public long raised(Reach reach, Instant from, Instant until) {
        return sql.sql(
                        """
                        select count(*) from card
                        where raised_at >= :from and raised_at < :until and region between :first and :last""")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("first", reach.first())
                .param("last", reach.last())
                .query(Long.class)
                .single();
    }
}
