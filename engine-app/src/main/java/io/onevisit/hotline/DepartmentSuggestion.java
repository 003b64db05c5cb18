package io.onevisit.hotline;

import java.util.List;

/** A port: which departments a text is about. Until the search part arrives nothing is suggested. */
public interface DepartmentSuggestion {

    /** The likeliest first; empty where nothing can be said. */
    List<Suggestion> suggest(String text, String region);

    /**
     * @param department its code
     * @param confidence from 0 to 1
     * @param reason a sentence for the agent
     */
    record Suggestion(String department, double confidence, String reason) {}
}
