package io.onevisit.supervision;

import io.onevisit.deadlines.Light;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards that were raised: listed, and counted by light, department and day. */
@Component
public class Cards {

    private final JdbcClient sql;

    Cards(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which cards; a {@code null} means all.
     *
     * @param regionPrefix leading digits of the regions seen, e.g. {@code 4301} for a city with its counties
     */
    public record Filter(Light light, String department, String caseNo, String regionPrefix) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** How many cards of a light a department got on a day (Chinese time). */
    public record Tally(LocalDate day, String department, Light light, long cards) {}

    /** Newest first. */
    public List<Card> newest(Filter filter, int page, int size) {
        return where("select * from card", filter, " order by raised_at desc, id desc limit :size offset :skip")
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Card.class)
                .list();
    }

    public long count(Filter filter) {
        return where("select count(*) from card", filter, "").query(Long.class).single();
    }

    /** Counts of cards raised from one instant until before another. */
    public List<Tally> tally(Filter filter, Instant from, Instant until) {
        return where(
                        "select (raised_at at time zone 'Asia/Shanghai')::date as day, department, light, count(*) as cards from card",
                        filter,
                        " and raised_at >= :from and raised_at < :until group by 1, 2, 3 order by 1, 2, 3")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Tally.class)
                .list();
    }

    private JdbcClient.StatementSpec where(String select, Filter filter, String rest) {
        var where =
                """
                where (cast(:light as text) is null or light = :light)
                    and (cast(:department as text) is null or department = :department)
                    and (cast(:case as text) is null or case_no = :case)
                    and (cast(:region as text) is null or starts_with(region, :region))""";
        return sql.sql(select + "\n" + where + rest)
                .param("light", filter.light == null ? null : filter.light.name())
                .param("department", filter.department)
                .param("case", filter.caseNo)
                .param("region", filter.regionPrefix);
    }
}
