package io.onevisit.bench;

import java.util.Arrays;
import java.util.Locale;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;

/** Part c: how long the engine takes to find 16 due jobs among ever more that wait. */
final class Acquisition {

    private static final int TRIES = 15;
    private static final int DUE = 50;

    private Acquisition() {}

    static void run(Options options, Platform platform, Report report) {
        report.say("c 到期任务的领取时间");
        var sql = platform.sql();
        var engine = platform.bean(ProcessEngineConfigurationImpl.class);
        var made = 0;
        var first = Double.NaN;
        var last = Double.NaN;
        for (var size : options.timers()) {
            insert(
                    platform,
                    made + 1,
                    size,
                    "now() at time zone 'UTC' + interval '1 day' + n * interval '1 second'",
                    "wait");
            made = size;
            sql.sql("vacuum analyze act_ru_job").update();
            last = median(platform, engine);
            first = Double.isNaN(first) ? last : first;
            report.figure("c", "%d 个定时器在等待时领取 16 个".formatted(size), String.format(Locale.ROOT, "%.1f 毫秒", last));
        }
        report.aim(
                "c",
                "最多与最少之比",
                String.format(Locale.ROOT, "%.1f 倍", last / first),
                "≤ 3 倍或 ≤ 20 毫秒",
                last <= 3 * first || last <= 20);
        sql.sql("delete from act_ru_job where id_ like 'bench-%'").update();
        sql.sql("vacuum analyze act_ru_job").update();
    }

    private static void insert(Platform platform, int from, int to, String due, String kind) {
        platform.sql()
                .sql(
                        """
                        insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_,
                            root_proc_inst_id_, process_def_key_, retries_, duedate_, handler_type_, handler_cfg_,
                            suspension_state_, priority_, sequence_counter_, create_time_)
                        select 'bench-%1$s-' || n, 1, 'timer', true, 'bench-e' || n, 'bench-%1$s-p' || n, 'bench-%1$s-p' || n, 'item-handling',
                            6, %2$s, 'timer-intermediate-transition', 'yellowDue', 1, 0, 1, now() at time zone 'UTC'
                        from generate_series(%3$d, %4$d) n"""
                                .formatted(kind, due, from, to))
                .update();
    }

    private static double median(Platform platform, ProcessEngineConfigurationImpl engine) {
        var millis = new double[TRIES];
        for (var i = 0; i < TRIES; i++) {
            insert(platform, 1, DUE, "now() at time zone 'UTC' - interval '1 second'", "due");
            var began = System.nanoTime();
            engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor()));
            millis[i] = (System.nanoTime() - began) / 1e6;
            platform.sql()
                    .sql("delete from act_ru_job where id_ like 'bench-due-%'")
                    .update();
        }
        Arrays.sort(millis);
        return millis[TRIES / 2];
    }
}
