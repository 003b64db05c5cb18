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
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    CatalogueSeed(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    public void fillWhatIsMissing() {
        for (var region : read("regions").get("regions")) {
            sql.sql("insert into region (code, name, level, parent) values (?, ?, ?, ?) on conflict do nothing")
                    .params(text(region, "code"), text(region, "name"), text(region, "level"), text(region, "parent"))
                    .update();
        }
        for (var department : read("departments").get("departments")) {
            sql.sql("insert into department (code, name, uscc) values (?, ?, ?) on conflict do nothing")
                    .params(text(department, "code"), text(department, "name"), text(department, "uscc"))
                    .update();
        }
    }

    private JsonNode read(String name) {
        try (var in = new ClassPathResource("catalogue/" + name + ".yaml").getInputStream()) {
            return yaml.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("catalogue/" + name + ".yaml cannot be read", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
