package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What runs on the editions of processes: how much, where it waits, where it fails, how long those before it took.
 * Everything is of the numbers of one division, and is answered from indexes.
 */
public interface Traffic {

    /** How many instances run, by edition; editions on which none runs are missing. */
    Map<String, Long> running(NumberRange numbers);

    /** The numbers of instances of an edition, all or an even share that leaves about so many. */
    Share<String> numbers(String edition, NumberRange numbers, int most);

    /** The tokens of an edition, all or those of an even share of its instances. */
    Share<Token> tokens(String edition, NumberRange numbers, int most);

    /** How many tokens wait at each element, every one counted. */
    Map<String, Long> counted(String edition, NumberRange numbers);

    /** How many steps have failed, by edition and element. */
    Map<String, Map<String, Long>> failed(NumberRange numbers);

    /**
     * What waits at an element, the longest wait first.
     *
     * @param after those after this one, {@code null} for the first ones
     */
    List<Wait> waiting(String edition, String activity, NumberRange numbers, Wait after, int most);

    /** How long elements took, of the newest that ended since: at most 50,000 are looked at. */
    List<Duration> durations(String edition, NumberRange numbers, Instant since);

    /**
     * @param every 1 where these are all, else how many one of them stands for
     */
    record Share<T>(long instances, long every, List<T> found) {}

    record Token(String activity, String number) {}

    /** @param id of the activity's record, which orders waits that began at the same moment */
    record Wait(String id, String instance, String number, Instant since) {}

    /** @param middle median, in milliseconds @param ninth what nine of ten did not exceed */
    record Duration(String activity, long count, long middle, long ninth) {}
}
