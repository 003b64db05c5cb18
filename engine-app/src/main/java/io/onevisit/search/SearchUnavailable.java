package io.onevisit.search;

/** The index does not answer, or not in time; whoever asked goes on without it. */
class SearchUnavailable extends RuntimeException {

    SearchUnavailable(String message) {
        super(message);
    }

    SearchUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
