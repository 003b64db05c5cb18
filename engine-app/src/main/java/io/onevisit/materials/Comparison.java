package io.onevisit.materials;

import java.util.List;
import java.util.UUID;

/** How what was read in a document agrees with what the platform knows. */
public record Comparison(String materialKey, UUID documentId, List<Result> results) {

    /**
     * @param source where the expected value comes from, in words
     * @param verdict {@code MATCH}, {@code MISMATCH}, {@code UNREADABLE} or {@code MISSING}
     */
    public record Result(
            String field,
            String label,
            String read,
            String expected,
            String source,
            double confidence,
            String verdict,
            String note) {

        public boolean agrees() {
            return "MATCH".equals(verdict);
        }
    }
}
