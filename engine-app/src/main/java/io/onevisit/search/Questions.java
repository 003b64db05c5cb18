package io.onevisit.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts what somebody looks for into OpenSearch's words: once by words and spelling, once by meaning. */
@Component
class Questions {

    /** Names of clauses that say by themselves how good a hit is. */
    static final String CODE = "code";

    static final String PHRASE = "phrase";

    private static final String MOST_SIGNS = "2<60%";
    private static final Set<String> SHOWN = Set.of("type", "key", "name");

    private final Words words;
    private final ObjectMapper json;

    Questions(Words words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** By words, synonyms and spelling. */
    ObjectNode byWords(Query query, int size) {
        var essence = words.essence(query.q());
        var han = Words.han(essence);
        var search = shown(size);
        var bool = search.putObject("query").putObject("bool");
        within(bool, query);
        var any = bool.putArray("should");
        bool.put("minimum_should_match", 1);
        exact(any, query.q());
        if (!han.isEmpty()) {
            chinese(any, essence, han);
        }
        words.meant(query.q()).forEach(meant -> phrase(any, meant));
        var latin = essence.replaceAll("[^a-z ]", "").replace(" ", "");
        if (latin.length() >= 2) {
            spelt(any, latin);
        }
        if (han.isEmpty() && latin.isEmpty()) {
            match(any, "texts", essence, 1, null);
        }
        highlighted(search);
        return search;
    }

    private static void exact(ArrayNode any, String q) {
        var code = Words.plain(q).toUpperCase(Locale.ROOT);
        any.addObject()
                .putObject("term")
                .putObject("key")
                .put("value", code)
                .put("boost", 50)
                .put("_name", CODE);
        any.addObject().putObject("prefix").putObject("key").put("value", code).put("boost", 5);
    }

    private static void chinese(ArrayNode any, String essence, String han) {
        if (han.length() > 1) {
            any.addObject()
                    .putObject("match_phrase")
                    .putObject("name")
                    .put("query", essence)
                    .put("boost", 6)
                    .put("_name", PHRASE);
        }
        match(any, "name", essence, 3, null);
        match(any, "words", essence, 3, null);
        match(any, "texts", essence, 0.3, null);
        match(any, "department", essence, 0.4, null);
        match(any, "name.signs", essence, 0.6, MOST_SIGNS);
        match(any, "words.signs", essence, 0.6, MOST_SIGNS);
        match(any, "syllables", Pinyin.syllables(han), 1.2, MOST_SIGNS);
    }

    private static void phrase(ArrayNode any, String meant) {
        var match = any.addObject().putObject("multi_match");
        match.put("query", meant).put("type", "phrase").put("boost", 1.5);
        match.putArray("fields").add("name").add("words").add("texts^0.2");
    }

    /** Pinyin typed in one go: whole, with slips, or only its first letters. */
    private static void spelt(ArrayNode any, String latin) {
        match(any, "letters", latin, 2, latin.length() < 6 ? "100%" : "65%");
        any.addObject()
                .putObject("term")
                .putObject("initials")
                .put("value", latin)
                .put("boost", 4);
    }

    private static void match(ArrayNode any, String field, String text, double boost, String atLeast) {
        var match = any.addObject().putObject("match").putObject(field);
        match.put("query", text).put("boost", boost);
        if (atLeast != null) {
            match.put("minimum_should_match", atLeast);
        }
    }

    /** By meaning, the nearest first. */
    ObjectNode byMeaning(Query query, float[] meaning, int size) {
        var search = shown(size);
        var nearest = search.putObject("query").putObject("knn").putObject("meaning");
        nearest.set("vector", json.valueToTree(meaning));
        nearest.put("k", size);
        within(nearest.putObject("filter").putObject("bool"), query);
        return search;
    }

    private ObjectNode shown(int size) {
        var search = json.createObjectNode().put("size", size).put("track_total_hits", false);
        var source = search.putArray("_source");
        SHOWN.forEach(source::add);
        return search;
    }

    /** What holds in the division: its own wording, or the nearest above it. */
    private static void within(ObjectNode bool, Query query) {
        var filter = bool.putArray("filter");
        var lineage = filter.addObject().putObject("terms").putArray("region");
        query.lineage().forEach(lineage::add);
        query.type().ifPresent(type -> filter.addObject().putObject("term").put("type", type.name()));
        var elsewhere = bool.putArray("must_not").addObject().putObject("terms").putArray("elsewhere");
        query.lineage().forEach(elsewhere::add);
    }

    private static void highlighted(ObjectNode search) {
        var highlight = search.putObject("highlight").put("encoder", "html").put("require_field_match", true);
        highlight.putArray("pre_tags").add("<em>");
        highlight.putArray("post_tags").add("</em>");
        var fields = highlight.putObject("fields");
        fields.putObject("name").put("number_of_fragments", 0);
        fields.putObject("words").put("number_of_fragments", 1).put("fragment_size", 60);
        fields.putObject("texts").put("number_of_fragments", 1).put("fragment_size", 60);
    }
}
