package io.onevisit.tasks;

import java.time.Instant;

/**
 * One row of a worklist.
 *
 * @param applicationNo {@code null} where the task is about a {@link Subject}
 * @param subjectNo what the task is about where that is neither a case nor an application, else {@code null}
 * @param applicantName masked
 * @param light NONE, BLUE, YELLOW or RED at this moment
 * @param outcome what it was ended with, {@code null} while it is open
 * @param unread whether who asks has never opened it
 * @param askedOfMe whether who asks was asked for an opinion and has not answered
 * @param waitsFor names of the colleagues whose opinions are missing, {@code null} where none are
 * @param urgedAt when the applicant last asked to be hurried on, {@code null} where they did not
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
        Instant urgedAt,
        String assignee,
        String assigneeName,
        Instant endedAt,
        String endedBy,
        String outcome,
        boolean unread,
        boolean askedOfMe,
        String waitsFor) {

    /** Number of what the task is about: its case, its application or its subject. */
    String about() {
        if (subjectNo != null) {
            return subjectNo;
        }
        return caseNo == null ? applicationNo : caseNo;
    }
}
