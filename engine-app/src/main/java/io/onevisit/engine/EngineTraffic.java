package io.onevisit.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * {@link Traffic} from the engine's tables. An edition's instances are found by the index {@code onevisit_instance_edition},
 * one range for each letter that a number may begin with; their tokens by instance. A share is taken by the hash of the
 * instance's id, so that it is even over regions and ages and the same at every look. The number of an instance that ended is
 * asked for one by one, as a subquery: joined, the database would read the history of all cases.
 */
@Component
class EngineTraffic implements Traffic {

    private static final int READ = 50_000;

    private static final String INSTANCES =
            """
            from %s cross join lateral (
                select id_, business_key_ from act_ru_execution
                where proc_def_id_ = :edition and parent_id_ is null and business_key_ between letter.c || :first and letter.c || :last
            ) i"""
                    .formatted(NumberRange.BEGINNINGS);

    private static final String TOKENS = INSTANCES
            + " join act_ru_execution t on t.proc_inst_id_ = i.id_ and t.is_active_ and t.act_id_ is not null";

    private static final String SHARE = " where mod(abs(hashtext(i.id_)::bigint), :every) = 0";

    private final JdbcClient sql;

    EngineTraffic(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Long> running(NumberRange numbers) {
        return counts(
                """
                select d.id_, sum(i.n) from act_re_procdef d cross join %s cross join lateral (
                    select count(*) n from act_ru_execution
                    where proc_def_id_ = d.id_ and parent_id_ is null
                      and business_key_ between letter.c || :first and letter.c || :last) i
                group by d.id_ having sum(i.n) > 0"""
                        .formatted(NumberRange.BEGINNINGS),
                "",
                numbers);
    }

    @Override
    public Share<String> numbers(String edition, NumberRange numbers, int most) {
        var instances = instances(edition, numbers);
        var every = every(instances, most);
        var found = read(() -> bound("select i.business_key_ " + INSTANCES + SHARE, edition, numbers)
                .param("every", every)
                .query(String.class)
                .list());
        return new Share<>(instances, every, found);
    }

    @Override
    public Share<Token> tokens(String edition, NumberRange numbers, int most) {
        var instances = instances(edition, numbers);
        var every = every(instances, most);
        var found = read(() -> bound(
                        "select t.act_id_ as activity, i.business_key_ as number " + TOKENS + SHARE, edition, numbers)
                .param("every", every)
                .query(Token.class)
                .list());
        return new Share<>(instances, every, found);
    }

    @Override
    public Map<String, Long> counted(String edition, NumberRange numbers) {
        return counts("select t.act_id_, count(*) " + TOKENS + " group by t.act_id_", edition, numbers);
    }

    @Override
    public Map<String, Map<String, Long>> failed(NumberRange numbers) {
        return read(() -> {
            var found = new HashMap<String, Map<String, Long>>();
            bound(
                            """
                            select i.proc_def_id_, coalesce(i.failed_activity_id_, i.activity_id_) activity, count(*) n
                            from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
                            where i.root_cause_incident_id_ = i.id_ and %s group by 1, 2"""
                                    .formatted(NumberRange.holds("p.business_key_")),
                            "",
                            numbers)
                    .query(row -> {
                        found.computeIfAbsent(row.getString(1), edition -> new HashMap<>())
                                .put(row.getString(2), row.getLong(3));
                    });
            return found;
        });
    }

    @Override
    public List<Wait> waiting(String edition, String activity, NumberRange numbers, Wait after, int most) {
        var further = after == null ? "" : " and (h.start_time_, h.id_) > (:since, :id)";
        return read(() -> {
            var asked = bound(
                            """
                            select h.id_ as id, h.proc_inst_id_ as instance, p.business_key_ as number, h.start_time_ as since
                            from act_hi_actinst h join act_hi_procinst p on p.proc_inst_id_ = h.proc_inst_id_
                            where h.proc_def_id_ = :edition and h.act_id_ = :activity and h.end_time_ is null and %s%s
                            order by h.start_time_, h.id_ limit :most"""
                                    .formatted(NumberRange.holds("p.business_key_"), further),
                            edition,
                            numbers)
                    .param("activity", activity)
                    .param("most", most);
            if (after != null) {
                asked = asked.param("since", Timestamp.from(after.since())).param("id", after.id());
            }
            return asked.query(Wait.class).list();
        });
    }

    @Override
    public List<Duration> durations(String edition, NumberRange numbers, Instant since) {
        return read(() -> bound(
                        """
                        select activity, count(*) as count, percentile_disc(0.5) within group (order by millis) as middle,
                               percentile_disc(0.9) within group (order by millis) as ninth
                        from (select h.act_id_ as activity, h.duration_ as millis,
                                     (select p.business_key_ from act_hi_procinst p
                                      where p.proc_inst_id_ = h.proc_inst_id_) as number
                              from act_hi_actinst h
                              where h.proc_def_id_ = :edition and h.end_time_ >= :since and h.act_inst_state_ <> 2
                              order by h.end_time_ desc limit :most) h
                        where %s group by activity"""
                                .formatted(NumberRange.holds("number")),
                        edition,
                        numbers)
                .param("since", Timestamp.from(since))
                .param("most", READ)
                .query(Duration.class)
                .list());
    }

    private long instances(String edition, NumberRange numbers) {
        return read(() -> bound("select count(*) " + INSTANCES, edition, numbers)
                .query(Long.class)
                .single());
    }

    private static long every(long instances, int most) {
        return Math.max(1, (instances + most - 1) / most);
    }

    private Map<String, Long> counts(String statement, String edition, NumberRange numbers) {
        return read(() -> {
            var found = new HashMap<String, Long>();
            bound(statement, edition, numbers).query(row -> {
                found.put(row.getString(1), row.getLong(2));
            });
            return found;
        });
    }

    private StatementSpec bound(String statement, String edition, NumberRange numbers) {
        var asked = sql.sql(statement).params(numbers.params());
        return edition.isEmpty() ? asked : asked.param("edition", edition);
    }

    /** The engine's tables have no owner's rows; the range of numbers keeps the answer within the caller's division. */
    private static <T> T read(Supplier<T> work) {
        return RowView.whole(work);
    }
}
