package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What supervision could not do for a tenant and why: one open record per tenant and kind of work, until it works again. */
@Component
class SupervisionFailures {

    static final String RAISING = "亮灯发牌";
    static final String LOOP = "启动反馈流程";
    static final String TELLING = "告知";
    static final String RECHECK = "巡检";
    static final String ROLL_UP = "统计汇总";

    private static final Logger log = LoggerFactory.getLogger(SupervisionFailures.class);
    private static final int CAUSE = 2000;

    private final JdbcClient sql;
    private final Clock now;

    SupervisionFailures(JdbcClient sql, Clock now) {
        this.sql = sql;
        this.now = now;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(Tenant tenant, String work, RuntimeException failure) {
        log.warn("{} of {} failed; the others go on", work, tenant.region(), failure);
        sql.sql(
                        """
                        insert into supervision_failure (tenant, work, since, last_at, cause) values (:tenant, :work, :now, :now, :cause)
                        on conflict (tenant, work) where ended_at is null
                        do update set last_at = excluded.last_at, times = supervision_failure.times + 1, cause = excluded.cause""")
                .param("tenant", tenant.region())
                .param("work", work)
                .param("now", Timestamp.from(now.instant()))
                .param("cause", cause(failure))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void over(Tenant tenant, String work) {
        sql.sql("update supervision_failure set ended_at = ? where tenant = ? and work = ? and ended_at is null")
                .params(Timestamp.from(now.instant()), tenant.region(), work)
                .update();
    }

    /** Open ones of what somebody watches over. */
    List<Open> open(Watch watch) {
        return sql.sql(
                        """
                        select f.tenant, coalesce(r.name, f.tenant) as tenant_name, f.work, f.since, f.last_at, f.times, f.cause
                        from supervision_failure f left join region r on r.code = f.tenant
                        where f.ended_at is null and f.tenant between ? and ? order by f.since""")
                .params(watch.regionPrefix(), watch.regionThrough())
                .query(Open.class)
                .list();
    }

    private static String cause(RuntimeException failure) {
        var text = new StringBuilder(Objects.toString(failure.getMessage(), failure.toString()));
        for (var inner = failure.getCause(); inner != null && inner != inner.getCause(); inner = inner.getCause())
            if (inner.getMessage() != null) text.append("\n").append(inner.getMessage());
        return text.length() <= CAUSE ? text.toString() : text.substring(0, CAUSE);
    }

    record Open(
            String tenant, String tenantName, String work, Instant since, Instant lastAt, int times, String cause) {}
}
