package io.onevisit.materials;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One notice that tells an applicant everything that is still wanted (一次性告知).
 *
 * @param businessKey the application it was asked for, or the case of one item
 * @param round first, second, … for the same key
 * @param note what the officer wrote, empty where the platform asked by itself
 * @param dueAt until when it may be answered
 */
public record Supplement(
        UUID id,
        String businessKey,
        String applicationNo,
        int round,
        String note,
        List<Item> items,
        Instant requestedAt,
        Instant dueAt) {

    /**
     * @param materialKey the material that is wanted, empty where it is something else
     * @param reason why, in words
     */
    public record Item(String materialKey, String name, String reason) {

        public Item {
            materialKey = materialKey == null ? "" : materialKey;
        }
    }
}
