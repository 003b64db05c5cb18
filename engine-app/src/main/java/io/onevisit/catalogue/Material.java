package io.onevisit.catalogue;

import java.util.List;

/**
 * Something an applicant may have to hand in.
 *
 * @param licenseTypes codes of the licenses that replace it
 * @param formats media types that are taken
 * @param kind what the reader of scans knows it as, {@code none} where it is not read
 * @param holder whose document it is: {@code applicant}, {@code mother}, {@code father} …, or the field whose answer says so
 */
public record Material(
        String key, String name, List<String> licenseTypes, List<String> formats, String kind, String holder) {}
