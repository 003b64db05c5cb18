package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the item and material rows that a bundle carries ({@code items.yaml}); a changed row becomes a new edition. */
@Component
public class ItemSheet {

    private final JdbcClient sql;
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    ItemSheet(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    public void load(byte[] sheet, String region) {
        var root = read(sheet);
        for (var material : root.path("materials")) {
            loadMaterial(material);
        }
        for (var item : root.path("items")) {
            loadItem(item, region);
        }
    }

    private JsonNode read(byte[] sheet) {
        try {
            return yaml.readTree(sheet);
        } catch (IOException e) {
            throw new IllegalArgumentException("items.yaml 无法读取：" + e.getMessage(), e);
        }
    }

    private void loadMaterial(JsonNode material) {
        sql.sql(
                        """
                        insert into material (key, name, license_types, formats, kind, holder)
                        values (:key, :name, :types, :formats, :kind, :holder)
                        on conflict (key) do update set name = excluded.name, license_types = excluded.license_types,
                            formats = excluded.formats, kind = excluded.kind, holder = excluded.holder""")
                .param("key", material.path("key").asText())
                .param("name", material.path("name").asText())
                .param("types", texts(material.path("licenseTypes")))
                .param("formats", texts(material.path("formats")))
                .param("kind", material.path("kind").asText("none"))
                .param("holder", material.path("holder").asText("applicant"))
                .update();
    }

    private void loadItem(JsonNode item, String region) {
        var code = item.path("code").asText();
        var newest = sql.sql(
                        "select edition, elements::text from service_item where code = :code and region = :region order by edition desc limit 1")
                .param("code", code)
                .param("region", region)
                .query((row, n) -> new Row(row.getInt(1), row.getString(2)))
                .optional();
        if (newest.isPresent() && same(newest.get().elements(), item)) {
            return;
        }
        sql.sql(
                        """
                        insert into service_item (code, region, edition, name, department, item_type, promised, statutory, unit,
                            counting_rule, mode, result_license, special_procedures, elements)
                        values (:code, :region, :edition, :name, :department, :type, :promised, :statutory, :unit,
                            :rule, :mode, :license, :special, :elements::jsonb)""")
                .param("code", code)
                .param("region", region)
                .param("edition", newest.map(Row::edition).orElse(0) + 1)
                .param("name", item.path("name").asText())
                .param("department", item.path("department").asText())
                .param("type", item.path("itemType").asText("20"))
                .param("promised", item.path("promised").asInt())
                .param("statutory", item.path("statutory").asInt())
                .param("unit", item.path("unit").asText("WORKING_DAY"))
                .param("rule", item.path("rule").asText("EXACT_TIME"))
                .param("mode", item.path("mode").asText("NATIVE"))
                .param(
                        "license",
                        item.path("resultLicense").asText("").isBlank()
                                ? null
                                : item.path("resultLicense").asText())
                .param("special", texts(item.path("specialProcedures")))
                .param("elements", item.toString())
                .update();
    }

    private boolean same(String stored, JsonNode item) {
        try {
            return new ObjectMapper().readTree(stored).equals(new ObjectMapper().readTree(item.toString()));
        } catch (IOException e) {
            return false;
        }
    }

    private static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts.toArray(String[]::new);
    }

    private record Row(int edition, String elements) {}
}
