package io.onevisit.supervision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Re-checks in the database: begun by somebody for a region, one at a time, and what they have found so far. */
@Component
class RecheckRuns {

    private static final int LARGEST_PAGE = 100;

    private static final String RUN =
            "select r.*, coalesce(g.name, r.region) as region_name from recheck_run r left join region g on g.code = r.region";

    private final JdbcClient sql;
    private final Clock now;

    RecheckRuns(JdbcClient sql, Clock now) {
        this.sql = sql;
        this.now = now;
    }

    /** Begins a run for the cards that stand now; while one runs for the region, a conflict that says whose it is. */
    Run begin(String region, CardStore.Actor who) {
        var all = Watch.over(region);
        return sql.sql(
                        """
                        insert into recheck_run (region, started_at, moved_at, who, username, total, last_card)
                        select :region, :now, :now, :name, :username, count(*), coalesce(max(id), 0)
                        from card where state in ('ISSUED', 'URGED') and region between :first and :last
                        on conflict (region) where ended_at is null do nothing returning id""")
                .param("region", region)
                .param("now", Timestamp.from(now.instant()))
                .param("name", who.name())
                .param("username", who.username())
                .param("first", all.regionPrefix())
                .param("last", all.regionThrough())
                .query(Long.class)
                .optional()
                .map(this::of)
                .orElseThrow(() -> running(region));
    }

    private Problem running(String region) {
        var run = sql.sql(RUN + " where r.region = ? and r.ended_at is null")
                .param(region)
                .query(Run.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("recheck-ended", "上一次巡检刚刚结束，请再试一次。"));
        return Problem.conflict(
                        "recheck-running",
                        "%s的巡检正在进行，由 %s 于 %s 开始，已检查 %d / %d 张，请等它结束。"
                                .formatted(
                                        run.regionName, run.who, Words.instant(run.startedAt), run.checked, run.total))
                .with("run", run.id)
                .with("who", run.who)
                .with("startedAt", run.startedAt);
    }

    /** The runs that have not ended, the oldest first. */
    List<Run> unfinished() {
        return sql.sql(RUN + " where r.ended_at is null order by r.id")
                .query(Run.class)
                .list();
    }

    /** Nobody else goes on with the run until the transaction ends; empty where somebody does, or it has ended. */
    Optional<Run> take(long id) {
        return sql.sql(RUN + " where r.id = ? and r.ended_at is null for update of r skip locked")
                .param(id)
                .query(Run.class)
                .optional();
    }

    void advance(long id, long place, int checked, long abnormal, long failed) {
        sql.sql(
                        """
                        update recheck_run set place = ?, checked = checked + ?, abnormal = abnormal + ?, failed = failed + ?, moved_at = ?
                        where id = ?""")
                .params(place, checked, abnormal, failed, Timestamp.from(now.instant()), id)
                .update();
    }

    void end(long id) {
        sql.sql("update recheck_run set ended_at = ?, total = checked where id = ?")
                .params(Timestamp.from(now.instant()), id)
                .update();
    }

    /** A run within a part of the province; one outside it looks like one that never was. */
    Optional<Run> find(long id, Watch watch) {
        return sql.sql(RUN + " where r.id = ? and r.region between ? and ?")
                .params(id, watch.regionPrefix(), watch.regionThrough())
                .query(Run.class)
                .optional();
    }

    private Run of(long id) {
        return sql.sql(RUN + " where r.id = ?").param(id).query(Run.class).single();
    }

    List<Run> newest(Watch watch) {
        return sql.sql(RUN + " where r.region between ? and ? order by r.id desc limit 20")
                .params(watch.regionPrefix(), watch.regionThrough())
                .query(Run.class)
                .list();
    }

    /** As they were found. */
    List<Finding> findings(long run, int page, int size) {
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        return sql.sql(
                        """
                        select f.card_id, k.case_no, k.light, k.element, k.department, coalesce(d.name, k.department) as department_name,
                            f.result, f.due_was, f.due_is, f.note, k.raised_at
                        from recheck_finding f join card k on k.id = f.card_id left join department d on d.code = k.department
                        where f.run_id = ? order by f.id limit ? offset ?""")
                .params(run, most, (long) Math.max(page, 0) * most)
                .query(Finding.class)
                .list();
    }

    /**
     * @param total cards to be checked; of an ended run those that were
     * @param movedAt when the last portion was done
     */
    record Run(
            long id,
            String region,
            String regionName,
            Instant startedAt,
            Instant endedAt,
            Instant movedAt,
            String who,
            int total,
            int checked,
            int abnormal,
            int failed,
            long place,
            long lastCard) {

        @JsonProperty("findings")
        public int findings() {
            return abnormal + failed;
        }
    }

    /** @param result ABNORMAL or FAILED */
    record Finding(
            long cardId,
            String caseNo,
            String light,
            String element,
            String department,
            String departmentName,
            String result,
            Instant dueWas,
            Instant dueIs,
            String note,
            Instant raisedAt) {}
}
