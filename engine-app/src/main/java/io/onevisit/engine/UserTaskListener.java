package io.onevisit.engine;

/** Hears of user tasks inside the engine's transaction, so that a worklist is never behind. */
public interface UserTaskListener {

    void created(UserTask task);

    void ended(Ended task);

    /** @param completed false where the process went on without an answer (timer, end of the case) */
    record Ended(String id, String name, String businessKey, boolean completed) {}
}
