package io.onevisit.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Waiting processes made in bulk out of one that the platform started: its rows in the engine's tables, copied. */
final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Tables of a waiting process, with the columns that hold an id of one of its rows. */
    private record Part(String table, String instance, List<String> ids) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "act_ru_execution",
                    "proc_inst_id_",
                    List.of("id_", "root_proc_inst_id_", "proc_inst_id_", "parent_id_", "act_inst_id_")),
            new Part(
                    "act_ru_variable",
                    "proc_inst_id_",
                    List.of("id_", "execution_id_", "proc_inst_id_", "var_scope_", "task_id_")),
            new Part(
                    "act_ru_job",
                    "process_instance_id_",
                    List.of("id_", "execution_id_", "process_instance_id_", "root_proc_inst_id_")),
            new Part("act_ru_task", "proc_inst_id_", List.of("id_", "execution_id_", "proc_inst_id_")),
            new Part("act_hi_procinst", "proc_inst_id_", List.of("id_", "proc_inst_id_", "root_proc_inst_id_")));

    private Processes() {}

    /** @return how many were made */
    static int copy(Platform platform, Models models, int many, String number, Instant due) {
        for (var part : PARTS) {
            var copies = Copies.of(platform.sql(), part.table)
                    .where("t.%s = '%s'".formatted(part.instance, models.openInstance()))
                    .each(1, many);
            part.ids.forEach(id -> copies.with(id, "t.%1$s || '-' || n".formatted(id)));
            if (part.table.equals("act_ru_execution")) {
                copies.with("business_key_", "case when t.business_key_ is null then null else " + number + " end");
            }
            if (part.table.equals("act_hi_procinst")) {
                copies.with("business_key_", number);
            }
            if (part.table.equals("act_ru_job")) {
                copies.with(
                        "duedate_",
                        "timestamp '%s'"
                                .formatted(due.toString().replace("T", " ").replace("Z", "")));
            }
            copies.insert();
        }
        platform.sql()
                .sql("analyze act_ru_job, act_ru_execution, act_ru_variable")
                .update();
        return many;
    }

    /** The timers of these processes find their cards raised and wait for the next light. */
    static void drain(Platform platform, int many, Report report) throws InterruptedException {
        var began = System.nanoTime();
        var left = many;
        while ((left = due(platform)) > 0 && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(100);
        }
        var failed = platform.sql()
                .sql("select count(*) from act_ru_job where exception_msg_ is not null and id_ like '%-%-%-%-%-%'")
                .query(Integer.class)
                .single();
        report.aim(
                "b",
                "同时到时的流程定时器",
                String.format(
                        Locale.ROOT,
                        "%d 个，%.1f 秒后还剩 %d 个，失败 %d 个",
                        many,
                        (System.nanoTime() - began) / 1e9,
                        left,
                        failed),
                "全部处理",
                left == 0 && failed == 0);
    }

    private static int due(Platform platform) {
        return platform.sql()
                .sql("select count(*) from act_ru_job where duedate_ <= now() at time zone 'UTC' and retries_ > 0")
                .query(Integer.class)
                .single();
    }
}
