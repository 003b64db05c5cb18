package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * An item as people read it in a region.
 *
 * @param closed why it cannot be applied for today, {@code null} where it can
 */
record ItemPage(
        String code,
        String name,
        int edition,
        String region,
        String regionName,
        String departmentName,
        String closed,
        String form,
        List<Line> elements) {

    /**
     * One element with its value in words.
     *
     * @param value the value as it is kept
     * @param rows for materials, links and special procedures: each row's columns in words, by their titles
     * @param origin the division that says so, with its level
     */
    record Line(
            String key,
            String title,
            int no,
            String group,
            String reach,
            JsonNode value,
            String words,
            List<Map<String, String>> rows,
            Origin origin) {}

    record Origin(String region, String name, String level) {}
}
