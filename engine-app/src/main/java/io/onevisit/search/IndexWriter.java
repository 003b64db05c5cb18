package io.onevisit.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Writes into the index. People ask an alias, which points at one index at a time; a new index takes its place whole. */
@Component
class IndexWriter {

    private final Cluster cluster;
    private final Meaning meaning;
    private final ObjectMapper json;
    private final byte[] definition;
    private final String alias;

    IndexWriter(Cluster cluster, Meaning meaning, ObjectMapper json, SearchProperties properties) throws IOException {
        this.cluster = cluster;
        this.meaning = meaning;
        this.json = json;
        this.definition = new ClassPathResource("search/index.json").getContentAsByteArray();
        this.alias = properties.index() + "-things";
    }

    /** What people ask. */
    String alias() {
        return alias;
    }

    /** A change of the definition gives another name: an index of an older release is never mistaken for one of this. */
    private String prefix() {
        return alias + "-"
                + HexFormat.of().formatHex(DigestUtils.md5Digest(definition)).substring(0, 8) + "-";
    }

    /** Whether there is an index that this release can use. */
    boolean usable() {
        return served().stream().anyMatch(name -> name.startsWith(prefix()));
    }

    /** @return the name of a new, empty index, another one for each try: a try that was believed dead may still be writing */
    String create(long number) {
        dropUnserved();
        var name = prefix() + number + "-" + Long.toString(System.currentTimeMillis(), 36);
        cluster.work("PUT", "/" + name, new String(definition, StandardCharsets.UTF_8));
        return name;
    }

    /** Replaces what the index says of these things by these entries. */
    void replace(String index, Collection<Changes.Thing> things, List<Entry> entries) {
        if (things.isEmpty()) {
            return;
        }
        var stale = json.createObjectNode();
        var bool = stale.putObject("query").putObject("bool");
        var any = bool.putArray("should");
        things.forEach(thing -> {
            var both = any.addObject().putObject("bool").putArray("filter");
            both.addObject().putObject("term").put("type", thing.type().name());
            both.addObject().putObject("term").put("key", thing.key());
        });
        bool.put("minimum_should_match", 1);
        var kept = bool.putObject("must_not").putObject("ids").putArray("values");
        entries.forEach(entry -> kept.add(entry.id()));
        add(index, entries);
        refresh(index);
        cluster.work("POST", "/" + index + "/_delete_by_query?conflicts=proceed&refresh=true", stale.toString());
    }

    void add(String index, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        for (var entry : entries) {
            var action = json.createObjectNode();
            action.putObject("index").put("_id", entry.id());
            lines.append(action).append('\n').append(document(entry)).append('\n');
        }
        var answer =
                cluster.work("POST", "/" + index + "/_bulk?require_alias=" + index.equals(alias), lines.toString());
        if (answer.path("errors").asBoolean()) {
            throw new SearchUnavailable("Not everything was indexed: " + firstError(answer));
        }
    }

    private static String firstError(JsonNode answer) {
        for (var item : answer.path("items")) {
            if (item.path("index").has("error")) {
                return item.path("index").path("error").toString();
            }
        }
        return "";
    }

    private ObjectNode document(Entry entry) {
        var document = json.createObjectNode()
                .put("print", entry.print())
                .put("type", entry.type().name())
                .put("key", entry.key())
                .put("region", entry.region())
                .put("name", entry.name())
                .put("department", entry.department());
        var titles =
                Stream.concat(Stream.of(entry.name()), entry.words().stream()).toList();
        all(document, "elsewhere", entry.elsewhere().stream());
        all(document, "words", entry.words().stream());
        all(document, "texts", entry.texts().stream());
        all(document, "syllables", titles.stream().map(Pinyin::syllables));
        all(document, "letters", titles.stream().map(Pinyin::letters));
        all(document, "initials", titles.stream().map(Pinyin::initials));
        meaning.of(entry.meaning()).ifPresent(vector -> document.set("meaning", json.valueToTree(vector)));
        return document;
    }

    private static void all(ObjectNode document, String field, Stream<String> values) {
        var list = document.putArray(field);
        values.filter(value -> !value.isBlank()).forEach(list::add);
    }

    void refresh(String index) {
        cluster.work("POST", "/" + index + "/_refresh", null);
    }

    int count(String index) {
        return cluster.work("GET", "/" + index + "/_count", null).path("count").asInt();
    }

    /** The fingerprint of each entry that people can find, by its id. */
    Map<String, String> prints() {
        var prints = new HashMap<String, String>();
        var page = "";
        do {
            var hits = cluster.work(
                            "POST",
                            "/" + alias + "/_search",
                            """
                            {"size": 5000, "_source": ["print"], "sort": [{"key": "asc"}, {"region": "asc"}, {"type": "asc"}]%s}"""
                                    .formatted(page))
                    .path("hits")
                    .path("hits");
            hits.forEach(hit -> prints.put(
                    hit.path("_id").asText(), hit.path("_source").path("print").asText()));
            page = hits.isEmpty()
                    ? ""
                    : ", \"search_after\": " + hits.get(hits.size() - 1).path("sort");
        } while (!page.isEmpty());
        return prints;
    }

    /**
     * From one moment to the next people ask this index. The one before it stays until the next rebuild: a question that was
     * under way to it is still answered.
     */
    void serve(String index) {
        var actions = json.createObjectNode();
        var list = actions.putArray("actions");
        list.addObject().putObject("add").put("index", index).put("alias", alias);
        served().forEach(before ->
                list.addObject().putObject("remove").put("index", before).put("alias", alias));
        cluster.work("POST", "/_aliases", actions.toString());
    }

    private List<String> served() {
        return cluster.has("/_alias/" + alias)
                ? names(cluster.work("GET", "/_alias/" + alias, null)).toList()
                : List.of();
    }

    private void dropUnserved() {
        var served = served();
        names(cluster.work("GET", "/" + alias + "-*", null))
                .filter(name -> !served.contains(name))
                .forEach(this::drop);
    }

    void drop(String index) {
        cluster.work("DELETE", "/" + index, null);
    }

    private static Stream<String> names(JsonNode answer) {
        var names = Stream.<String>builder();
        answer.fieldNames().forEachRemaining(names);
        return names.build();
    }
}
