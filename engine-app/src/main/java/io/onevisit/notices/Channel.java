package io.onevisit.notices;

/** A way to reach people: the inbox on the platform; text messages or another system by a further implementation. */
public interface Channel {

    /** Delivers the message; the same key a second time does nothing. */
    void deliver(Message message);
}
