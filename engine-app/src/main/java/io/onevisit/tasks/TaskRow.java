package io.onevisit.tasks;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import java.time.Instant;

/**
 * One row of a worklist as an officer sees it.
 *
 * @param remainingDays days of the promised limit left, negative when overdue, {@code null} before acceptance
 */
record TaskRow(
        String id,
        String key,
        String name,
        String applicationNo,
        String caseNo,
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
                item.bundleName(),
                item.itemName(),
                item.applicantName(),
                item.department().isEmpty() ? "综合窗口" : catalogue.departmentName(item.department()),
                item.light(),
                item.dueAt(),
                item.dueAt() == null ? null : clocks.face(item.caseNo(), now).remainingDays(),
                item.createdAt(),
                item.assignee(),
                item.assigneeName());
    }
}
