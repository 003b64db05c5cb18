package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Further notices after the one that should have said everything (行政许可法 art. 32): refused to officers and departments
 * unless a supervisor gave a reason, which is kept as a violation.
 */
@Component
public class SecondNotices {

    private final JdbcClient sql;
    private final Cases cases;
    private final Clock time;

    SecondNotices(JdbcClient sql, Cases cases, Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.time = time;
    }

    /** A supervisor lets an application or a case be noticed once more; a 409 problem where nothing was asked yet. */
    @Transactional
    public void permit(String businessKey, String reason, String supervisor) {
        if (earlier(businessKey) == 0) {
            throw Problem.conflict("notice-first", "该申报或办件还没有发出过补正告知，不需要许可。");
        }
        sql.sql(
                        """
                        insert into second_notice (business_key, number, reason, permitted_by, permitted_at)
                        values (:key, (select count(*) + 1 from second_notice where business_key = :key), :reason, :who, :at)""")
                .param("key", businessKey)
                .param("reason", reason)
                .param("who", supervisor)
                .param("at", Timestamp.from(time.instant()))
                .update();
        cases.journal(businessKey, supervisor, "同意再次告知补正（违反一次性告知，记入监察）", reason, time.instant());
    }

    /** Uses the permission up where a notice went out before. */
    void use(String businessKey) {
        if (earlier(businessKey) == 0) {
            return;
        }
        var used = sql.sql(
                        """
                        update second_notice set used_at = :at
                        where business_key = :key and number = (
                            select min(number) from second_notice where business_key = :key and used_at is null)""")
                .param("at", Timestamp.from(time.instant()))
                .param("key", businessKey)
                .update();
        if (used == 0) {
            throw refused("确有必要的，须由监察人员写明理由后再告知。");
        }
    }

    /** What was knowable at the first notice is not asked for by a second one. */
    public static Problem refused(String wayOut) {
        return Problem.conflict("second-notice", "已经一次性告知过补正内容，不得再次要求补正（行政许可法第三十二条）。" + wayOut);
    }

    private int earlier(String businessKey) {
        return sql.sql(
                        "select count(*) from supplement_request where business_key = ? and state in ('ANSWERED', 'LAPSED')")
                .param(businessKey)
                .query(Integer.class)
                .single();
    }
}
