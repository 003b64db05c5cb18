package io.onevisit.hotline;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.FullNumbers;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.identity.Account;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent tells a caller of the case whose number the caller names: as much as anybody would learn who asks without
 * signing in. The first look gives the call its number, under which the order is registered afterwards; each look stands
 * in the journal of that number, whether something was found or not.
 */
@Component
class CallersCases {

    private static final int MOST_LOOKS = 5;
    private static final int LONGEST = 50;

    private final JdbcClient sql;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Numbers numbers;
    private final Vault vault;
    private final Clock time;

    CallersCases(JdbcClient sql, Cases cases, Catalogue catalogue, Numbers numbers, Vault vault, Clock time) {
        this.sql = sql;
        this.vault = vault;
        this.cases = cases;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.time = time;
    }

    /** @param call number of the call, {@code null} at its first look */
    @Transactional
    Look look(Account agent, String call, String caller, String caseNo) {
        var name = caller == null ? "" : caller.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.invalid("caller-missing", "请先登记来电人姓名，再查询来电人报出的办件。").with("field", "contactName");
        }
        var typed = caseNo == null ? "" : caseNo.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            throw Problem.invalid("case-missing", "请填写来电人报出的办件编号。").with("field", "caseNo");
        }
        var now = time.instant();
        var no = call == null || call.isBlank() ? open(agent, name, now) : again(agent, call.strip());
        var found = FullNumbers.number(typed).flatMap(cases::find).filter(file -> Reach.of(agent)
                .holds(file.region()));
        found.ifPresent(file -> sql.sql(
                        "update hotline_call set shown = array_append(shown, ?) where no = ? and not (? = any (shown))")
                .params(file.caseNo(), no, file.caseNo())
                .update());
        cases.journal(
                no,
                agent.name(),
                "查询来电人报出的办件",
                typed + "：" + found.map(this::told).orElse("没有查到"),
                now);
        return new Look(no, found.map(this::progress).orElse(null));
    }

    /** The call becomes an order; a case it is about must be one that was shown during this call. */
    void take(Account agent, String call, String caseNo) {
        var shown = sql.sql(
                        """
                        update hotline_call set taken_at = ? where no = ? and agent = ? and taken_at is null
                        returning shown""")
                .params(Timestamp.from(time.instant()), call, agent.username())
                .query((row, n) ->
                        Arrays.asList((String[]) row.getArray("shown").getArray()))
                .optional()
                .orElseThrow(CallersCases::unknown);
        if (caseNo != null && !shown.contains(caseNo)) {
            throw notLookedAt();
        }
    }

    /** Looks of which no order came, for whoever watches over the line. */
    List<Abandoned> abandoned(Reach reach, Timestamp from, Timestamp to, int size, int offset) {
        return sql.sql(
                        """
                        select c.no, coalesce(a.name, c.agent) as agent, c.region, c.opened_at, c.looks,
                               cardinality(c.shown) as shown
                        from hotline_call c left join account a on a.username = c.agent
                        where c.taken_at is null and c.opened_at >= ? and c.opened_at < ? and c.region between ? and ?
                        order by c.opened_at desc, c.no limit ? offset ?""")
                .params(from, to, reach.first(), reach.last(), size, offset)
                .query(Abandoned.class)
                .list();
    }

    boolean isOf(String call, Reach reach) {
        return sql.sql(
                        "select exists (select 1 from hotline_call where no = ? and taken_at is null and region between ? and ?)")
                .params(call, reach.first(), reach.last())
                .query(Boolean.class)
                .single();
    }

    static Problem notLookedAt() {
        return Problem.invalid("case-not-looked-at", "请先查询来电人报出的办件编号；查不到的不能关联，可以写在来电内容里。")
                .with("field", "caseNo");
    }

    private static Problem unknown() {
        return Problem.notFound("call-unknown", "没有找到这次来电，或它已经登记，请重新登记。");
    }

    private String open(Account agent, String name, Instant now) {
        var no = numbers.next('W', agent.region(), now);
        sql.sql("insert into hotline_call (no, agent, region, caller, opened_at, looks) values (?, ?, ?, ?, ?, 1)")
                .params(no, agent.username(), agent.region(), vault.seal(Column.CALLER, no, name), Timestamp.from(now))
                .update();
        return no;
    }

    private String again(Account agent, String call) {
        var looks = sql.sql(
                        """
                        update hotline_call set looks = looks + 1 where no = ? and agent = ? and taken_at is null
                        returning looks""")
                .params(call, agent.username())
                .query(Integer.class)
                .optional()
                .orElseThrow(CallersCases::unknown);
        if (looks > MOST_LOOKS) {
            throw Problem.conflict("looks-full", "一次来电最多查询 5 次办件；其余的请来电人登录本平台查看。");
        }
        return call;
    }

    private String told(CaseFile file) {
        return file.state().label() + "，" + catalogue.departmentName(file.department());
    }

    private Progress progress(CaseFile file) {
        return new Progress(
                file.caseNo(),
                file.state().label(),
                catalogue.departmentName(file.department()),
                file.promisedDueAt(),
                Masked.name(file.applicantName()));
    }

    /**
     * @param call number of the call, to be handed in with the order
     * @param found {@code null} where there is no such case, or none that this line may speak of
     */
    record Look(String call, Progress found) {}

    /** @param applicant masked */
    record Progress(
            String caseNo,
            String stateLabel,
            String departmentName,
            Instant dueAt,
            @Personal(value = Mask.NAME, purpose = "核对来电人") String applicant) {}

    /** @param shown how many cases were found */
    record Abandoned(String no, String agent, String region, Instant openedAt, int looks, int shown) {}
}
