package io.onevisit.engine;

import java.util.function.Consumer;

/**
 * Short words that every node hears within about a second, also the one that says them. They may get lost (a node starts, a
 * connection breaks): only what makes something fresh sooner is said so, never what anybody depends on.
 */
public interface Signals {

    /** Says it once the current transaction is committed, at once where there is none; the same word is said once a second. */
    void say(String word);

    /** @param ear is called on a thread of the signals' own and must not block */
    void listen(Consumer<String> ear);
}
