package io.onevisit.tasks;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import java.time.Instant;

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

    static TaskRow of(WorkItem item, Catalogue catalogue, Clocks clocks, Instant now) {
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
                department(item, catalogue),
                item.light(),
                item.dueAt(),
                item.dueAt() == null || item.caseNo() == null
                        ? null
                        : clocks.face(item.caseNo(), now).remainingDays(),
                item.createdAt(),
                item.assignee(),
                item.assigneeName());
    }

    private static String department(WorkItem item, Catalogue catalogue) {
        if (item.department().isEmpty()) {
            return item.subjectNo() == null ? "综合窗口" : "";
        }
        return catalogue.departmentName(item.department());
    }
}
