package io.onevisit.identity;

/** Brings short texts to telephones. An installation adds a bean for its provider; without one nobody can register online. */
public interface CodeSender {

    /** Hands the text over; may take its time, nobody waits for it. */
    void send(String phone, String text);

    /** What to tell who waits for a code, beside that it was sent; empty where there is nothing to tell. */
    default String hint() {
        return "";
    }
}
