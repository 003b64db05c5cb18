package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One edition of an item as it was recorded.
 *
 * @param region the region whose item it is
 * @param effectiveFrom first day in force, {@code null}: since ever
 * @param effectiveTo last day in force, {@code null}: until further notice
 */
record StoredItem(
        String code,
        String region,
        int edition,
        ItemStatus status,
        String statusReason,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Instant recordedAt,
        String recordedBy,
        ObjectNode document) {}
