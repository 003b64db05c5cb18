package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty catalogue from the files of the release; what is there stays as it is. */
@Component
public class CatalogueSeed {

    private final JdbcClient sql;
    private final ItemSheet items;
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    CatalogueSeed(JdbcClient sql, ItemSheet items) {
        this.sql = sql;
        this.items = items;
    }

    @Transactional
    public void fillWhatIsMissing() {
        read("regions").get("regions").forEach(this::region);
        read("departments").get("departments").forEach(this::department);
        var position = 0;
        for (var type : read("license-types").get("types")) {
            licenseType(type, position++);
        }
        items.loadMissing(content("items"), Catalogue.PROVINCE);
    }

    private void region(JsonNode region) {
        sql.sql(
                        """
                        insert into region (code, name, level, parent, effective_from, effective_to, successor, note)
                        values (?, ?, ?, ?, ?::date, ?::date, ?, ?) on conflict do nothing""")
                .params(
                        text(region, "code"),
                        text(region, "name"),
                        text(region, "level"),
                        text(region, "parent"),
                        text(region, "effectiveFrom"),
                        text(region, "effectiveTo"),
                        text(region, "successor"),
                        region.path("note").asText())
                .update();
    }

    private void department(JsonNode department) {
        var uscc = text(department, "uscc");
        if (uscc != null && !CreditCode.valid(uscc)) {
            throw new IllegalStateException("The credit code of " + text(department, "code") + " is not valid");
        }
        sql.sql(
                        """
                        insert into department (code, name, uscc) values (?, ?, ?)
                        on conflict (code) do update set uscc = coalesce(department.uscc, excluded.uscc)""")
                .params(text(department, "code"), text(department, "name"), uscc)
                .update();
    }

    private void licenseType(JsonNode type, int position) {
        sql.sql(
                        """
                        insert into license_type (code, name, type_code, position, definition) values (?, ?, ?, ?, ?::jsonb)
                        on conflict (code) do nothing""")
                .params(text(type, "code"), text(type, "name"), text(type, "typeCode"), position, type.toString())
                .update();
    }

    private JsonNode read(String name) {
        try {
            return yaml.readTree(content(name));
        } catch (IOException e) {
            throw new IllegalStateException("catalogue/" + name + ".yaml cannot be read", e);
        }
    }

    private static byte[] content(String name) {
        try (var in = new ClassPathResource("catalogue/" + name + ".yaml").getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("catalogue/" + name + ".yaml cannot be read", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
