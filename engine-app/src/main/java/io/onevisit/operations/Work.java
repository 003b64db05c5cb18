package io.onevisit.operations;

import io.onevisit.reach.Reach;
import java.util.List;

/** One kind of operation: whom it is for, what it does. */
interface Work {

    OperationKind kind();

    /** The instructions in sentences; a problem where they cannot be followed. */
    List<String> told(Instructions instructions);

    /**
     * What was chosen, within somebody's reach; what lies outside of it is not there.
     *
     * @param chosen ids as {@link Choices} told them
     */
    List<Target> targets(Instructions instructions, List<String> chosen, Reach reach);

    /**
     * Does it with one process, in the caller's transaction.
     *
     * @param trial whether it will be rolled back
     * @return the process that runs then
     */
    String carryOut(Instructions instructions, Line line, boolean trial);
}
