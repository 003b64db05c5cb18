package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.onevisit.catalogue.ItemBook.Outcome;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the item and material rows that a bundle carries ({@code items.yaml}); a changed row becomes a new edition. */
@Component
public class ItemSheet {

    private final JdbcClient sql;
    private final ItemBook book;
    private final ItemStore store;
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    ItemSheet(JdbcClient sql, ItemBook book, ItemStore store) {
        this.sql = sql;
        this.book = book;
        this.store = store;
    }

    /** Loads all of it or, with a 422 problem that names every fault, nothing. */
    @Transactional
    public void load(byte[] sheet, String region) {
        load(read(sheet), region, EnumSet.of(Outcome.NEW, Outcome.CHANGED));
    }

    /** Loads the items that the catalogue does not have yet. */
    @Transactional
    void loadMissing(byte[] sheet, String region) {
        load(read(sheet), region, EnumSet.of(Outcome.NEW));
    }

    private void load(JsonNode root, String region, Set<Outcome> wanted) {
        root.path("materials").forEach(this::loadMaterial);
        var items =
                StreamSupport.stream(root.path("items").spliterator(), false).toList();
        var entries = book.compare(items, region);
        refuseFaults(entries);
        store.record(
                entries.stream()
                        .filter(entry -> wanted.contains(entry.outcome()))
                        .map(ItemBook.Entry::document)
                        .toList(),
                region,
                "平台");
    }

    private static void refuseFaults(List<ItemBook.Entry> entries) {
        var sentences = entries.stream()
                .flatMap(entry -> entry.faults().stream()
                        .map(fault -> entry.document().path("code").asText() + "：" + fault.sentence()))
                .toList();
        if (!sentences.isEmpty()) {
            throw Problem.invalid(
                            "items-invalid", "items.yaml 有 %d 处错误：%s".formatted(sentences.size(), sentences.get(0)))
                    .with("errors", sentences);
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

    private static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts.toArray(String[]::new);
    }
}
