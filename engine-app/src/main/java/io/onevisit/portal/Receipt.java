package io.onevisit.portal;

import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.util.List;

/**
 * What the applicant gets for a submission (收件凭证); the time is that of arrival here.
 *
 * @param fullNo the number with the digits that name the item or bundle
 * @param window the window that took it in, {@code null} online
 * @param applicantName masked; {@code null} where an organisation applied
 * @param organisation its name, {@code null} for a natural person
 * @param paper number of the printed receipt, {@code null} where nobody stood at a window
 * @param agent who applied on the applicant's behalf and by what right, {@code null} where nobody did
 */
record Receipt(
        String applicationNo,
        String fullNo,
        Instant receivedAt,
        String bundleName,
        String channel,
        String window,
        @Personal(value = Mask.NAME, purpose = "核对回执") String applicantName,
        String organisation,
        String agent,
        List<Line> cases,
        String paper) {

    /** @param fullNo the number with the digits that name the item */
    record Line(String caseNo, String fullNo, String itemName, String departmentName, int promisedDays) {}
}
