package io.onevisit.audit;

import java.time.Instant;
import java.time.LocalDate;

/** One line of the audit as it lies in the database; {@link Canonical} is what of it is sealed. */
record Entry(
        long id,
        LocalDate day,
        Instant at,
        String region,
        String account,
        String name,
        String department,
        String roles,
        String onBehalfOf,
        String person,
        Verb verb,
        Kind kind,
        String number,
        String applicationNo,
        String caseNo,
        String detail,
        String purpose,
        String address,
        String agent,
        Channel channel,
        String correlation,
        Result result,
        String code) {}
