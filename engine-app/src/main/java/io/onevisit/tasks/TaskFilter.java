package io.onevisit.tasks;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks a worklist shows; the empty text means any. Conditions on the task's own row only, so that they are answered
 * from its index.
 *
 * @param view {@code mine} for what I took, {@code group} for what nobody took yet, {@code today} for what is due today,
 *     {@code paused} for special procedures, {@code asking} for what I asked colleagues about, {@code asked} for what they
 *     asked me, {@code done} for what I ended, or {@code all}
 * @param sort {@code due}, {@code created}, {@code item} or {@code step}; what is done stands by its end, a copy by when it
 *     was sent
 * @param own whether the officer has matters of their own, which others do
 */
record TaskFilter(String view, String light, String words, String sort, boolean own) {

    TaskFilter(String view, String light, String words, String sort) {
        this(view, light, words, sort, false);
    }

    /** The same without matters of the officer's own, where there are any. */
    TaskFilter without(List<String> matters) {
        return new TaskFilter(view, light, words, sort, !matters.isEmpty());
    }

    private static final String WORDS =
            """
            (w.application_no like '%' || :words || '%' or w.case_no like '%' || :words || '%'
                or w.subject_no like '%' || :words || '%' or w.name like '%' || :words || '%'
                or w.item_name like '%' || :words || '%')""";

    private static final String ASKED =
            """
            w.task_id in (select k.task_id from task_ask k where k.%s = :me and k.answered_at is null
                and k.withdrawn_at is null)""";

    String where() {
        var conditions = new ArrayList<String>();
        conditions.add("where w.candidate in (:groups) and w.region between :first and :last");
        conditions.add(
                switch (view) {
                    case "done" -> "w.ended_by = :me";
                    case "copied" -> "w.task_id in (select k.task_id from task_copy k where k.username = :me)";
                    default -> "w.ended_at is null";
                });
        switch (view) {
            case "mine" -> conditions.add("w.assignee = :me");
            case "group" -> conditions.add("w.assignee is null");
            case "today" -> conditions.add("w.due_at < :tomorrow");
            case "paused" ->
                conditions.add(
                        "exists (select from case_file c where c.month = w.month and c.case_no = w.case_no and c.state = 'SUSPENDED')");
            case "asking" -> conditions.add(ASKED.formatted("asked_by"));
            case "asked" -> conditions.add(ASKED.formatted("asked_of"));
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

    String order() {
        if (view.equals("done")) {
            return "order by w.ended_at desc, w.task_id";
        }
        if (view.equals("copied")) {
            return "order by (select k.at from task_copy k where k.task_id = w.task_id and k.username = :me) desc, w.task_id";
        }
        return switch (sort) {
            case "created" -> "order by w.created_at desc, w.task_id";
            case "item" -> "order by w.item_name, w.due_at nulls last, w.task_id";
            case "step" -> "order by w.name, w.due_at nulls last, w.task_id";
            default -> "order by w.due_at nulls last, w.created_at, w.task_id";
        };
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
