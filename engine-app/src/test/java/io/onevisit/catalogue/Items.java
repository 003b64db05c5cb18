package io.onevisit.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sheets with one made-up item for tests; each test takes a code of its own. */
final class Items {

    private Items() {}

    /** An {@code items.yaml} with one item; what is given replaces the usual. */
    static byte[] sheet(String code, Map<String, String> elements) {
        var yaml = new StringBuilder("items:\n  - code: ").append(code).append('\n');
        var all = new java.util.LinkedHashMap<>(Map.of(
                "name", "测试事项" + code,
                "department", "health",
                "itemType", "'01'",
                "promised", "7",
                "statutory", "20",
                "specialProcedures", "[{name: 补正, kind: '2', days: 10}]",
                "consultPhone", "'0731-12345'",
                "place", "省政务大厅",
                "materials", "[{name: 申请书}, {name: 身份证明, licenseTypes: [resident-id]}]",
                "links", "[{name: 受理, days: 1}, {name: 审查, days: 6}]"));
        all.putAll(elements);
        all.forEach((key, value) -> {
            if (value != null) {
                yaml.append("    ").append(key).append(": ").append(value).append('\n');
            }
        });
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
