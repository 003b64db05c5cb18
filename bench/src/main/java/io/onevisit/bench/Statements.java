package io.onevisit.bench;

import java.util.List;
import java.util.Map;

/** What each statement costs the database, as the server itself counts it. */
final class Statements {

    /** With these the server counts; they cost a little, so only who asks for the list gets them. */
    static final Map<String, String> SETTINGS = Map.of(
            "onevisit.postgres.settings.shared_preload_libraries", "pg_stat_statements",
            "onevisit.postgres.settings[pg_stat_statements.track_planning]", "on");

    private final Platform platform;

    Statements(Platform platform) {
        this.platform = platform;
        platform.sql().sql("create extension if not exists pg_stat_statements").update();
    }

    /** Lists the dearest statements of the work, all figures for one of so many cases. */
    void tell(int cases, Report report, Work work) throws Exception {
        platform.sql()
                .sql("select pg_stat_statements_reset()")
                .query((row, n) -> 0)
                .list();
        work.run();
        var all = dearest();
        report.say("每件 %.1f 条语句，数据库用时 %.2f 毫秒（解析计划 %.2f）"
                .formatted(
                        all.stream().mapToDouble(Cost::calls).sum() / cases,
                        all.stream().mapToDouble(Cost::millis).sum() / cases,
                        all.stream().mapToDouble(Cost::planning).sum() / cases));
        report.say("  毫秒/件  其中计划  次/件   语句");
        all.stream()
                .limit(80)
                .forEach(cost -> report.say("%8.3f %8.3f %7.2f  %s"
                        .formatted(
                                cost.millis / cases,
                                cost.planning / cases,
                                (double) cost.calls / cases,
                                cost.statement)));
    }

    private List<Cost> dearest() {
        return platform.sql()
                .sql(
                        """
                        select left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as statement, calls,
                            total_plan_time as planning, total_plan_time + total_exec_time as millis
                        from pg_stat_statements s join pg_database d on d.oid = s.dbid
                        where d.datname = current_database() order by millis desc""")
                .query(Cost.class)
                .list();
    }

    private record Cost(String statement, long calls, double planning, double millis) {}

    /** Something that asks the database. */
    interface Work {
        void run() throws Exception;
    }
}
