package io.onevisit.tasks;

import io.onevisit.deadlines.Clocks;
import java.time.Instant;
import java.util.Map;

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
        String applicantName,
        String departmentName,
        String light,
        Instant dueAt,
        Integer remainingDays,
        Instant createdAt,
        String assignee,
        String assigneeName) {

    static TaskRow of(WorkItem item, Map<String, String> departments, Clocks clocks, Instant now) {
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
                item.dueAt() == null || item.caseNo() == null
                        ? null
                        : clocks.face(item.caseNo(), now).remainingDays(),
                item.createdAt(),
                item.assignee(),
                item.assigneeName());
    }

    private static String department(WorkItem item, Map<String, String> names) {
        if (item.department().isEmpty()) {
            return item.subjectNo() == null ? "综合窗口" : "";
        }
        return names.getOrDefault(item.department(), item.department());
    }
}
