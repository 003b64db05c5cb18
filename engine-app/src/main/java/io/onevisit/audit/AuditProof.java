package io.onevisit.audit;

import io.onevisit.verification.Invariant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I6 of the last two days: the chains hold and nothing waits to be sealed. {@code verify-audit} looks at all days. */
@Component
class AuditProof implements Invariant {

    private static final String WAITING = "since < clock_timestamp() - interval '1 minute'";

    private final DayCheck verification;
    private final JdbcClient sql;
    private final Clock time;

    AuditProof(DayCheck verification, JdbcClient sql, Clock time) {
        this.verification = verification;
        this.sql = sql;
        this.time = time;
    }

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public Result check(int most) {
        var findings = new ArrayList<String>();
        var today = EntryRows.day(time.instant());
        var checked = 0L;
        for (var day : List.of(today.minusDays(1), today)) {
            var found = verification.check(day);
            findings.addAll(found.findings());
            for (var region : found.regions()) {
                checked += region.entries();
                if (region.firstBreak() != null) {
                    findings.add("审计链 %s %s：%s"
                            .formatted(day, region.region(), region.firstBreak().sentence()));
                }
            }
        }
        var waiting = sql.sql("select count(*) from audit_pending where " + WAITING)
                .query(Long.class)
                .single();
        if (waiting > 0) {
            findings.add("有 %d 条审计记录超过一分钟没有封存，或在封存前被删除。".formatted(waiting));
        }
        return new Result(
                checked, findings.size(), findings.stream().limit(most).toList());
    }
}
