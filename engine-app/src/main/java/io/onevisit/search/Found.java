package io.onevisit.search;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.web.util.HtmlUtils;

/** One candidate with what both ways of looking say of it. */
final class Found implements Comparable<Found> {

    /** Sentences without anything in common are as near as this to each other, those that say the same near 1. */
    private static final double STRANGERS = 0.40;

    /** A best hit by words below this is a faint one: some signs in common, no more. */
    private static final double FAINT = 12;

    /** Further away than this, meaning alone is no reason to show something. */
    private static final double NEAR = 0.48;

    private static final double WEIGHT_OF_MEANING = 0.65;
    private static final double WEIGHT_OF_WORDS = 0.35;
    private static final double EXACT_CODE = 1;
    private static final double WHOLE_PHRASE = 0.25;

    /** A bundle does what its items do, and more. */
    private static final double BUNDLE = 0.04;

    private final Kind type;
    private final String key;
    private final String name;
    private String highlight;
    private double words;
    private double nearness;
    private double exact;

    Found(JsonNode hit) {
        var source = hit.path("_source");
        type = Kind.valueOf(source.path("type").asText());
        key = source.path("key").asText();
        name = source.path("name").asText();
        highlight = HtmlUtils.htmlEscape(name, "UTF-8");
    }

    /** @param best the score of the best hit by words */
    void words(JsonNode hit, double best) {
        words = hit.path("_score").asDouble() / Math.max(best, FAINT);
        for (var clause : hit.path("matched_queries")) {
            exact += clause.asText().equals(Questions.CODE) ? EXACT_CODE : WHOLE_PHRASE;
        }
        for (var field : new String[] {"name", "words", "texts"}) {
            var met = hit.path("highlight").path(field).path(0);
            if (met.isTextual()) {
                highlight = met.asText();
                return;
            }
        }
    }

    void meaning(JsonNode hit) {
        // Lucene tells (1 + cosine) / 2
        nearness = 2 * hit.path("_score").asDouble() - 1;
    }

    boolean fits() {
        return words > 0 || nearness >= NEAR;
    }

    double score() {
        var meaning = Math.max(0, (nearness - STRANGERS) / (1 - STRANGERS));
        return WEIGHT_OF_MEANING * meaning + WEIGHT_OF_WORDS * words + exact + (type == Kind.BUNDLE ? BUNDLE : 0);
    }

    Hit hit() {
        return new Hit(type, key, name, highlight, Math.round(score() * 1e4) / 1e4);
    }

    @Override
    public int compareTo(Found other) {
        var byScore = Double.compare(other.score(), score());
        return byScore != 0 ? byScore : key.compareTo(other.key);
    }
}
