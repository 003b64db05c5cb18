package io.onevisit.bench;

import java.util.List;

/**
 * Cases made by insert-select: spread over a year of months, all counties and all departments; one in twenty is open and
 * of the last weeks, one in ten of those past its promised limit.
 */
final class Volume {

    private static final String NO = "n.case_no";
    private static final String APPLICATION = "n.application_no";

    private Volume() {}

    static void make(Platform platform, Models models, int cases) {
        var sql = platform.sql();
        months(platform);
        sql.sql(
                        """
                        create unlogged table volume as
                        select n, open, month, region, department, at,
                            region || to_char(at, 'YYYYMMDD') || lpad((n %% 10000000)::text, 7, '0') || '0' as case_no,
                            'A' || region || to_char(at, 'YYYYMMDD') || lpad((n %% 10000000)::text, 7, '0') || '0' as application_no
                        from (select n, n %% 20 = 0 as open, r.code as region, d.code as department, at,
                                  date_trunc('month', at at time zone 'Asia/Shanghai')::date as month
                              from (select n, now() - case when n %% 20 = 0 then (n * 7919 %% 1700000) * interval '1 second'
                                        else interval '3 days' + (n * 7919 %% 31000000) * interval '1 second' end as at
                                    from generate_series(1::bigint, %d) n) s
                              join (select code, row_number() over (order by code) - 1 as i, count(*) over () as c
                                    from region where level = 'COUNTY') r on r.i = n * 31 %% r.c
                              join (select code, row_number() over (order by code) - 1 as i, count(*) over () as c
                                    from department where code in ('health', 'police', 'insurance', 'human-resources', 'tax')) d
                                  on d.i = n / 20 %% d.c) p"""
                                .formatted(cases))
                .update();
        for (var open : List.of(true, false)) {
            applications(platform, models, open);
            cases(platform, models, open);
            tasks(platform, models, open);
            clocks(platform, models, open);
        }
        ledger(platform, models);
        sql.sql("drop table volume").update();
        sql.sql("vacuum analyze case_file, application, work_item, clock, clock_entry")
                .update();
    }

    /** An installation a year old has its months. */
    private static void months(Platform platform) {
        platform.sql()
                .sql(
                        """
                        select ensure_month_partition(p.name, (date_trunc('month', now()) - m * interval '1 month')::date)
                        from partitioned_table p, generate_series(0, 12) m""")
                .query((row, n) -> 0)
                .list();
    }

    private static String rows(boolean open) {
        return "select * from volume where open = " + open;
    }

    private static void applications(Platform platform, Models models, boolean open) {
        Copies.of(platform.sql(), "application")
                .where("t.application_no = '%s'"
                        .formatted(open ? models.openApplication() : models.closedApplication()))
                .each(rows(open))
                .with("month", "n.month")
                .with("application_no", APPLICATION)
                .with("region", "n.region")
                .with("owner", "'bench.' || (n.n % 100000)")
                .with("submitted_at", "n.at")
                .with("closed_at", open ? "null" : "n.at + interval '3 days'")
                .insert();
    }

    private static void cases(Platform platform, Models models, boolean open) {
        Copies.of(platform.sql(), "case_file")
                .where("t.case_no = '%s'".formatted(open ? models.openCase() : models.closedCase()))
                .each(rows(open))
                .with("month", "n.month")
                .with("case_no", NO)
                .with("application_no", APPLICATION)
                .with("region", "n.region")
                .with("department", "n.department")
                .with("submitted_at", "n.at")
                .with("accepted_at", "n.at + interval '2 hours'")
                .with("blue_at", "n.at + interval '13 days'")
                .with("yellow_at", "n.at + interval '18 days'")
                .with("red_at", "n.at + interval '28 days'")
                .with("closed_at", open ? "null" : "n.at + interval '3 days'")
                .with("clock_finished_at", open ? "null" : "n.at + interval '3 days'")
                .insert();
    }

    private static void tasks(Platform platform, Models models, boolean open) {
        Copies.of(platform.sql(), "work_item")
                .where("t.case_no = '%s'".formatted(open ? models.openCase() : models.closedCase()))
                .each(rows(open))
                .with("task_id", "'volume-' || n.n")
                .with("case_no", NO)
                .with("application_no", APPLICATION)
                .with("region", "n.region")
                .with("candidate", "'dept-' || n.department")
                .with("created_at", "n.at + interval '2 hours'")
                .with("due_at", "n.at + interval '18 days'")
                .with("blue_at", "n.at + interval '13 days'")
                .with("yellow_at", "n.at + interval '18 days'")
                .with("red_at", "n.at + interval '28 days'")
                .with("ended_at", open ? "null" : "n.at + interval '3 days'")
                .insert();
    }

    private static void clocks(Platform platform, Models models, boolean open) {
        Copies.of(platform.sql(), "clock")
                .where("t.kind = 'CASE' and t.case_no = '%s'".formatted(open ? models.openCase() : models.closedCase()))
                .each(rows(open))
                .with("case_no", NO)
                .with("month", "n.month")
                .with("region", "n.region")
                .with("department", "n.department")
                .with("started_at", "n.at + interval '2 hours'")
                .with("blue_at", "n.at + interval '13 days'")
                .with("yellow_at", "n.at + interval '18 days'")
                .with("red_at", "n.at + interval '28 days'")
                .with("finished_at", open ? "null" : "n.at + interval '3 days'")
                .with("raised", "3::smallint")
                .insert();
    }

    /** What the lists read of open cases: that their clock has started. */
    private static void ledger(Platform platform, Models models) {
        Copies.of(platform.sql(), "clock_entry")
                .where("t.kind = 'CASE' and t.act = 'STARTED' and t.case_no = '%s'".formatted(models.openCase()))
                .each(rows(true))
                .with("case_no", NO)
                .with("month", "n.month")
                .with("at", "n.at + interval '2 hours'")
                .insert();
    }
}
