package io.onevisit.studio;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing in a bundle's files that an analyst must or should put right.
 *
 * @param element id of the element at fault, {@code null} for the whole file
 * @param message what is wrong and what to do, in one Chinese sentence
 */
public record Finding(String file, String element, Severity severity, String message) {

    /** Whether the finding stops a publication. */
    public enum Severity {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
