package io.onevisit.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks what must hold and says what does not, in sentences. It reads only, and each check by itself. */
@Component
class Verification {

    /** What must hold, by number. Those that nothing checks yet belong to parts of the platform still to come. */
    private static final Map<String, String> NAMES = names();

    private final JdbcClient sql;
    private final List<Invariant> invariants;
    private final Clock time;
    private final TransactionTemplate snapshot;

    Verification(JdbcClient sql, List<Invariant> invariants, Clock time, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.invariants = invariants;
        this.time = time;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("I1", "每份回执对应且只对应一次申报");
        names.put("I2", "没有卡住的流程，每个等待点都有人、作业、外部系统或异常在等");
        names.put("I3", "推送、通知、制证等对外动作每项只发生一次");
        names.put("I4", "申报、办件编号唯一，并在编号所属的月份");
        names.put("I5", "每个时限与台账重算一致，每盏灯一张牌，不提前、不遗漏");
        names.put("I6", "审计链完整，每次状态变化都有记录");
        names.put("I7", "检索结果与数据库一致");
        names.put("I8", "每次失败都有异常记录，没有悄悄停下的作业");
        names.put("I9", "敏感字段都已加密存储");
        names.put("I10", "超过保存期限的个人信息已经删除");
        names.put("I11", "每份缴款通知书与收到、退付的款项相符");
        return names;
    }

    /** @param most how many findings of each rule are told in words */
    Report check(int most) {
        var started = time.instant();
        var outcomes = NAMES.entrySet().stream()
                .map(name -> outcome(name.getKey(), name.getValue(), most))
                .toList();
        return new Report(started, outcomes.stream().allMatch(outcome -> outcome.state() != State.BROKEN), outcomes);
    }

    private Outcome outcome(String id, String name, int most) {
        var results = new ArrayList<Invariant.Result>();
        InvariantQueries.ALL.stream()
                .filter(query -> query.id().equals(id))
                .forEach(query -> results.add(atOneInstant(() -> check(query, most))));
        invariants.stream()
                .filter(invariant -> invariant.id().equals(id))
                .forEach(invariant -> results.add(atOneInstant(() -> invariant.check(most))));
        var broken = results.stream().mapToLong(Invariant.Result::broken).sum();
        return new Outcome(
                id,
                name,
                results.isEmpty() ? State.NOT_YET : broken == 0 ? State.HOLDS : State.BROKEN,
                results.stream().mapToLong(Invariant.Result::checked).sum(),
                broken,
                results.stream().flatMap(result -> result.findings().stream()).toList());
    }

    /**
     * All that a check reads is as it was at one instant, so that nothing under way looks wrong. A check that fails is a
     * finding: what could not be looked at has not been proved.
     */
    private Invariant.Result atOneInstant(Supplier<Invariant.Result> check) {
        try {
            return snapshot.execute(status -> check.get());
        } catch (RuntimeException failed) {
            return new Invariant.Result(0, 1, List.of("没有检查成：" + failed.getMessage()));
        }
    }

    private Invariant.Result check(InvariantQuery query, int most) {
        var findings = new ArrayList<String>();
        var broken = new long[1];
        sql.sql("select b.*, count(*) over () from (%s) b (finding) limit :most".formatted(query.broken()))
                .param("most", most)
                .query(row -> {
                    findings.add(row.getString(1));
                    broken[0] = row.getLong(2);
                });
        return new Invariant.Result(sql.sql(query.counted()).query(Long.class).single(), broken[0], findings);
    }

    enum State {
        HOLDS,
        BROKEN,
        /** Nothing checks it yet. */
        NOT_YET
    }

    /** @param checked rows looked at, by all rules together */
    record Outcome(String id, String name, State state, long checked, long broken, List<String> findings) {}

    record Report(Instant at, boolean holds, List<Outcome> invariants) {}
}
