package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What workers have still to do, by topic, and who fetches it. */
public interface Backlog {

    /** Topics on which something is open, of one division's numbers; for the whole province also what bears no number. */
    List<Topic> topics(NumberRange numbers);

    /** What is open on a topic, the oldest first. */
    List<Open> open(String topic, NumberRange numbers, int most);

    /** How many were done since, by topic. */
    Map<String, Long> done(NumberRange numbers, Instant since);

    /** Who fetched what last, the newest first. */
    List<Sighting> workers();

    /**
     * @param waiting to be fetched, now or after a pause
     * @param locked a worker is at it
     * @param failed the tries are used up
     * @param oldest since when the longest of those that wait to be fetched waits, {@code null} where none does
     */
    record Topic(String topic, long waiting, long locked, long failed, Instant oldest) {}

    /** @param state {@code WAITING}, {@code LOCKED} or {@code FAILED} */
    record Open(
            String instance,
            String number,
            String edition,
            String element,
            String state,
            int retries,
            String worker,
            Instant lockedUntil,
            Instant since,
            String message) {}

    record Sighting(String worker, String topic, Instant fetchedAt) {}
}
