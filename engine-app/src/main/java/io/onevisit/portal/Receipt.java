package io.onevisit.portal;

import java.time.Instant;
import java.util.List;

/** What the applicant gets for a submission (收件凭证); the time is that of arrival here. */
record Receipt(String applicationNo, Instant receivedAt, String bundleName, List<Line> cases) {

    record Line(String caseNo, String itemName, String departmentName, int promisedDays) {}
}
