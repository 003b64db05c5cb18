package io.onevisit.tasks;

import io.onevisit.deadlines.Clocks;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of a worklist as an officer sees it.
 *
 * @param remainingDays days of the promised limit left, negative when overdue, {@code null} before acceptance and for what is no case
 */
record TaskRow(
        String id,
        String key,
        String name,
        String applicationNo,
        String caseNo,
        String subjectNo,
        String bundleName,
        String itemName,
        @Personal(value = Mask.NAME, purpose = "认出任务") String applicantName,
        String departmentName,
        String light,
        Instant dueAt,
        Integer remainingDays,
        Instant createdAt,
        Instant urgedAt,
        String assignee,
        String assigneeName,
        boolean unread,
        boolean askedOfMe,
        String waitsFor) {

    static TaskRow of(WorkItem item, Map<String, String> departments, Clocks clocks, Instant now) {
        return all(List.of(item), departments, clocks, now).get(0);
    }

    /** The rows of a list: their clocks are read together. */
    static List<TaskRow> all(List<WorkItem> items, Map<String, String> departments, Clocks clocks, Instant now) {
        var limited = items.stream()
                .filter(TaskRow::isLimited)
                .map(item -> Clocks.Key.ofCase(item.caseNo()))
                .collect(Collectors.toSet());
        var faces = limited.isEmpty() ? Map.<Clocks.Key, Clocks.Face>of() : clocks.faces(limited, now);
        return items.stream().map(item -> of(item, departments, faces)).toList();
    }

    private static boolean isLimited(WorkItem item) {
        return item.dueAt() != null && item.caseNo() != null;
    }

    private static TaskRow of(WorkItem item, Map<String, String> departments, Map<Clocks.Key, Clocks.Face> faces) {
        return new TaskRow(
                item.id(),
                item.key(),
                item.name(),
                item.applicationNo(),
                item.caseNo(),
                item.subjectNo(),
                item.bundleName(),
                item.itemName(),
                item.applicantName(),
                department(item, departments),
                item.light(),
                item.dueAt(),
                isLimited(item)
                        ? (Integer) faces.get(Clocks.Key.ofCase(item.caseNo())).remainingDays()
                        : null,
                item.createdAt(),
                item.urgedAt(),
                item.assignee(),
                item.assigneeName(),
                item.unread(),
                item.askedOfMe(),
                item.waitsFor());
    }

    private static String department(WorkItem item, Map<String, String> names) {
        if (item.department().isEmpty()) {
            return item.subjectNo() == null ? "综合窗口" : "";
        }
        return names.getOrDefault(item.department(), item.department());
    }
}
