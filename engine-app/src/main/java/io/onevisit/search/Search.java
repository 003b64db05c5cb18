package io.onevisit.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds by words and by meaning at once, and puts both into one order; a {@link SearchUnavailable} where nobody answers. */
@Component
class Search {

    /** How many of each are looked at before the best of both are shown. */
    private static final int CANDIDATES = 50;

    private final Cluster cluster;
    private final IndexWriter index;
    private final Questions questions;
    private final Meaning meaning;

    Search(Cluster cluster, IndexWriter index, Questions questions, Meaning meaning) {
        this.cluster = cluster;
        this.index = index;
        this.questions = questions;
        this.meaning = meaning;
    }

    /** The best first. What is typed in Latin letters is spelling, without a meaning of its own. */
    List<Hit> find(Query query) {
        return inOneOrder(cluster.ask("POST", path("_msearch"), both(query)), query.size());
    }

    /** What it could become, while somebody types: by words and spelling only. */
    List<Hit> suggest(Query query) {
        var words = questions.byWords(query, query.size()).toString();
        var answer = cluster.ask("POST", path("_search"), words);
        var found = new LinkedHashMap<String, Found>();
        byWords(found, answer);
        return found.values().stream().sorted().map(Found::hit).toList();
    }

    /** Asks once without haste: the first question to a node takes some seconds. */
    void warm() {
        cluster.work("POST", path("_msearch"), both(new Query("出生", Catalogue.PROVINCE, Optional.empty(), 1)));
    }

    private String path(String action) {
        return "/" + index.alias() + "/" + action;
    }

    private String both(Query query) {
        var lines = new StringBuilder("{}\n")
                .append(questions.byWords(query, CANDIDATES))
                .append('\n');
        if (!Words.han(query.q()).isEmpty()) {
            meaning.of(query.q()).ifPresent(vector -> lines.append("{}\n")
                    .append(questions.byMeaning(query, vector, CANDIDATES))
                    .append('\n'));
        }
        return lines.toString();
    }

    private static List<Hit> inOneOrder(JsonNode answer, int size) {
        var answers = answer.path("responses");
        for (var one : answers) {
            if (one.has("error")) {
                throw new SearchUnavailable(one.path("error").path("reason").asText());
            }
        }
        var found = new LinkedHashMap<String, Found>();
        byWords(found, answers.path(0));
        answers.path(1).path("hits").path("hits").forEach(hit -> at(found, hit).meaning(hit));
        return found.values().stream()
                .filter(Found::fits)
                .sorted()
                .limit(size)
                .map(Found::hit)
                .toList();
    }

    private static void byWords(Map<String, Found> found, JsonNode answer) {
        var hits = answer.path("hits").path("hits");
        var best = hits.path(0).path("_score").asDouble();
        hits.forEach(hit -> at(found, hit).words(hit, best));
    }

    private static Found at(Map<String, Found> found, JsonNode hit) {
        return found.computeIfAbsent(hit.path("_id").asText(), id -> new Found(hit));
    }
}
