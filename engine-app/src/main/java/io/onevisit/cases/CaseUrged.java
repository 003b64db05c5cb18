package io.onevisit.cases;

import java.time.Instant;

/**
 * The applicant asks for a case to be hurried on (催办); heard in the same transaction.
 *
 * @param words what they say about it, empty where nothing
 */
public record CaseUrged(CaseFile file, String words, Instant at) {

    /** The words as a sentence for whoever is told, empty where there are none. */
    public String said() {
        return words.isEmpty() ? "" : "申请人说：“%s”".formatted(words);
    }

    /** One message each, whoever tells them first. */
    public String key(String who) {
        return "urged:%s:%s:%d".formatted(file.caseNo(), who, at.toEpochMilli());
    }
}
