package io.onevisit.tasks;

import java.util.ArrayList;

/**
 * Which tasks a worklist shows; the empty text means any. Conditions on the task's own row only, so that they are answered
 * from its index.
 *
 * @param view {@code mine}, {@code group} or {@code all}
 * @param own whether the officer has matters of their own, which others do
 */
record TaskFilter(String view, String light, String words, boolean own) {

    private static final String WORDS =
            """
            (w.application_no like '%' || :words || '%' or w.case_no like '%' || :words || '%'
                or w.subject_no like '%' || :words || '%' or w.name like '%' || :words || '%'
                or w.item_name like '%' || :words || '%')""";

    String where() {
        var conditions = new ArrayList<String>();
        conditions.add("where w.ended_at is null and w.candidate in (:groups) and w.region between :first and :last");
        switch (view) {
            case "mine" -> conditions.add("w.assignee = :me");
            case "group" -> conditions.add("w.assignee is null");
            default -> {}
        }
        if (own) {
            conditions.add("coalesce(w.application_no, w.subject_no) not in (:own)");
        }
        if (!light.isEmpty()) {
            conditions.add(shining());
        }
        if (!words.isEmpty()) {
            conditions.add(WORDS);
        }
        return String.join(" and ", conditions);
    }

    private String shining() {
        return switch (light) {
            case "RED" -> "w.red_at < :now";
            case "YELLOW" -> "w.yellow_at < :now and (w.red_at is null or w.red_at >= :now)";
            case "BLUE" -> "w.blue_at < :now and w.yellow_at >= :now";
            case "NONE" -> "(w.yellow_at is null or w.yellow_at >= :now) and (w.blue_at is null or w.blue_at >= :now)";
            default -> "false";
        };
    }
}
