package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;

/** What one level says of its own about an item of a level above; one without elements takes back what was said before. */
record Overlay(
        String code,
        String region,
        int edition,
        ObjectNode elements,
        LocalDate effectiveFrom,
        Instant recordedAt,
        String recordedBy,
        String note) {}
