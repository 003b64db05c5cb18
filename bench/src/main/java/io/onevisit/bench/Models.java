package io.onevisit.bench;

import java.util.Map;

/** Two cases that the platform itself handled, out of which bulk data is copied: one closed, one with an officer. */
record Models(
        String closedCase, String closedApplication, String openCase, String openApplication, String openInstance) {

    static Models of(Platform platform) throws Exception {
        var ours = new Ours(platform, 100);
        Round.of(ours, platform, 2);
        var closed = row(platform, "closed_at is not null");
        ours.open();
        ours.jobs().start();
        for (var tries = 0; tries < 2_000 && !waitsForAnOfficer(platform); tries++) {
            for (var task : ours.externalTasks()
                    .fetchAndLock(5, "models")
                    .topic("license-lookup", 60_000)
                    .topic("notify-applicant", 60_000)
                    .execute()) {
                ours.externalTasks().complete(task.getId(), "models", ours.work(task));
            }
            Thread.sleep(10);
        }
        ours.jobs().shutdown();
        var open = row(platform, "closed_at is null");
        var instance = platform.sql()
                .sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(open.get("case_no"))
                .query(String.class)
                .single();
        return new Models(
                (String) closed.get("case_no"),
                (String) closed.get("application_no"),
                (String) open.get("case_no"),
                (String) open.get("application_no"),
                instance);
    }

    private static boolean waitsForAnOfficer(Platform platform) {
        return platform.sql()
                        .sql("select count(*) from work_item where ended_at is null")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Map<String, Object> row(Platform platform, String which) {
        return platform.sql()
                .sql("select case_no, application_no from case_file where item_code = ? and " + which
                        + " order by submitted_at desc limit 1")
                .param(Ours.ITEM)
                .query()
                .singleRow();
    }
}
