package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves running processes by hand: within their model, to another edition of it, or into being again. Each does one
 * process in the caller's transaction; what the engine refuses is a problem in a sentence that names the element.
 */
public interface InstanceMoves {

    /** Processes of an edition that wait, by number; those at one element only where it is given. */
    List<Waiting> waiting(String edition, String element, NumberRange numbers, int most);

    Optional<Waiting> find(String instance);

    /** Whether a process carries on what has this number; one that only waits beside a case for its materials does not. */
    boolean runs(String businessKey);

    /** Starts what is to be started, then ends what is to be ended, so that the scope around both goes on where it can. */
    void move(String instance, List<Step> steps);

    /** The elements of two editions that the engine takes for the same. */
    List<Pair> pairs(String from, String to);

    /** What is wrong with a correspondence, whatever process is moved by it; empty where nothing is. */
    List<String> objections(String from, String to, List<Pair> pairs);

    /** @param newTriggers whether waiting timers and messages are made anew as the target's model says */
    void migrate(String instance, String to, List<Pair> pairs, boolean newTriggers);

    /**
     * Starts an edition anew.
     *
     * @param before element to begin before, {@code null} for the start
     * @return id of the new process
     */
    String begin(String edition, String businessKey, Map<String, Object> variables, String before);

    /** The work that waits for workers in a process and in all it called or was called by. */
    List<Call> calls(String instance);

    /** Takes work as done that no worker is to do; the process goes on. */
    void skip(String call);

    /** Ids of what a process, and all it called or was called by, goes on with by itself as soon as its turn comes. */
    Set<String> ready(String instance);

    /**
     * Goes on at once with all that is ready, in the caller's transaction, until somebody is waited for.
     *
     * @param others ids of what is left to its own turn
     */
    void goOn(String instance, Set<String> others);

    static Problem gone() {
        return Problem.conflict("instance-ended", "这个流程已经结束，不能再调整。");
    }

    /** @param places where it waits, each once */
    record Waiting(String instance, String businessKey, String edition, List<Place> places) {}

    record Place(String element, String name) {}

    enum Act {
        CANCEL,
        BEFORE,
        AFTER
    }

    record Step(Act act, String element) {}

    record Pair(String from, String to) {}

    /** @param activity label of the element that asks for it */
    record Call(String id, String topic, String activity, String businessKey) {}
}
