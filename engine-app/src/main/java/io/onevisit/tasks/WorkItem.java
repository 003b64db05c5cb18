package io.onevisit.tasks;

import java.time.Instant;

/**
 * One row of a worklist.
 *
 * @param applicationNo {@code null} where the task is about a {@link Subject}
 * @param subjectNo what the task is about where that is neither a case nor an application, else {@code null}
 * @param applicantName masked
 * @param light NONE, BLUE, YELLOW or RED at this moment
 * @param dueAt end of the promised limit, {@code null} before acceptance
 */
record WorkItem(
        String id,
        String key,
        String name,
        String applicationNo,
        String caseNo,
        String subjectNo,
        String bundleName,
        String itemName,
        String applicantName,
        String department,
        String candidate,
        String region,
        String form,
        String processKey,
        String documentation,
        String light,
        Instant dueAt,
        Instant createdAt,
        String assignee,
        String assigneeName,
        Instant endedAt,
        String endedBy) {}
