package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a task is about that is neither a case nor an application: a card, a rating, a work order. One bean per kind; the
 * worklist, the task's page, claim and completion need nothing else of it.
 */
public interface Subject {

    /** Whether the process with this business key is about one of these. Asked for every new task, so told by the number. */
    boolean covers(String businessKey);

    About about(String businessKey);

    /** Keeps everybody else from changing it until the transaction ends; asked for before any of its tasks or clocks is locked. */
    void hold(String businessKey);

    /**
     * Takes an officer's answer, already checked against the task's form, in the transaction that completes the task.
     *
     * @return variables the process goes on with; a {@code outcome} among the answers is handed on anyway
     */
    Map<String, Object> answer(Account officer, String taskKey, String businessKey, Map<String, Object> answers);

    /**
     * @param person whom it concerns, masked, the empty text where nobody is named
     * @param region whose officers see it
     * @param department code, the empty text where none is in charge yet
     * @param dueAt until when the present step must be done, {@code null} where nothing runs
     * @param link where in the client it is shown whole, {@code null} where it is not
     */
    record About(
            String no,
            String title,
            String person,
            String region,
            String department,
            Instant dueAt,
            List<Fact> facts,
            String link) {}

    /**
     * Tells whoever holds a task what its facts only hint at, and writes down that they asked and why.
     *
     * @param fact as {@link Fact#hidden} names it
     */
    default String reveal(Account officer, String businessKey, String fact, String reason) {
        throw Problem.notFound("fact-unknown", "没有这项可以查看的内容。");
    }

    /**
     * @param hidden names what is behind a masked value, {@code null} where the value is whole
     * @param document where the value names a file: which one; otherwise {@code null}
     */
    record Fact(String label, String value, String hidden, UUID document) {

        public Fact(String label, String value) {
            this(label, value, null, null);
        }

        public Fact(String label, String value, String hidden) {
            this(label, value, hidden, null);
        }
    }
}
