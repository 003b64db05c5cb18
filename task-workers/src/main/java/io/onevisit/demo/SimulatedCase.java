package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case as a simulated department keeps it.
 *
 * @param receipts by idempotency key: what was answered to each message
 * @param answers what is still to be told, or has been, in order
 */
record SimulatedCase(
        String department, String caseNo, String item, Map<String, Receipt> receipts, List<Answer> answers) {

    /** @param hash of the message, so that a key used for something else is noticed */
    record Receipt(String receipt, String hash, String receivedAt) {}

    /**
     * @param messageId the same however often it is told
     * @param due earliest instant, in milliseconds since 1970
     * @param state {@code WAITING}, {@code TOLD} or {@code GIVEN_UP}
     */
    record Answer(String messageId, int sequence, String kind, Map<String, Object> content, long due, String state) {
        Answer now(String state) {
            return new Answer(messageId, sequence, kind, content, due, state);
        }
    }

    static SimulatedCase opened(String department, JsonNode message) {
        return new SimulatedCase(
                department,
                message.path("caseNo").asText(),
                message.path("item").path("name").asText(),
                new LinkedHashMap<>(),
                new java.util.ArrayList<>());
    }

    int lastSequence() {
        return answers.isEmpty() ? 0 : answers.get(answers.size() - 1).sequence();
    }

    void add(String kind, Map<String, Object> content, long due) {
        var sequence = lastSequence() + 1;
        answers.add(new Answer(caseNo + "-" + sequence, sequence, kind, content, due, "WAITING"));
    }

    /** The platform ended the case: whatever was still to be told is not. */
    void ended() {
        answers.replaceAll(answer -> answer.state().equals("WAITING") ? answer.now("GIVEN_UP") : answer);
    }

    boolean hasEnded() {
        return receipts.keySet().stream().anyMatch(key -> key.contains(":ENDED:"));
    }

    void mark(Answer answer, String state) {
        answers.set(answers.indexOf(answer), answer.now(state));
    }
}
