package io.onevisit.catalogue;

import java.util.List;

/**
 * What people find of an item, as one division and those below it have it today.
 *
 * @param region the division whose wording this is: the owner's, or a lower level's that says something of its own
 * @param elsewhere divisions below it that have a wording of their own, or do not offer the item
 * @param keywords words under which the item is looked for (检索词)
 * @param results what it ends in: the license it gives, the name of the result
 * @param materials names of the materials it asks for
 */
public record PublishedItem(
        String code,
        String region,
        List<String> elsewhere,
        String name,
        String departmentName,
        List<String> audience,
        List<String> keywords,
        List<String> results,
        String condition,
        List<String> materials) {}
