package io.onevisit.catalogue;

import java.time.LocalDate;

/**
 * An administrative division: six digits down to the county, twelve for townships and villages.
 *
 * @param level {@code PROVINCE, CITY, COUNTY, TOWNSHIP, VILLAGE}
 * @param effectiveTo its last day, {@code null} while it exists
 * @param successor the division that took its place, empty where none did
 */
public record Region(
        String code,
        String name,
        String level,
        String parent,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String successor) {

    public boolean existsOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
