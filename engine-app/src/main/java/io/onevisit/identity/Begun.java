package io.onevisit.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session keeps of who began it. Names, roles and rights are read anew with every request.
 *
 * @param handle by which its owner names the session; knowing it opens nothing
 * @param post in which they act; {@code null} for who has none
 * @param stamp of the account when the session began; another one ends it
 */
record Begun(
        String handle,
        String username,
        Long post,
        long stamp,
        boolean secondFactor,
        Instant since,
        String address,
        String agent)
        implements Serializable {

    Begun in(Long other) {
        return new Begun(handle, username, other, stamp, secondFactor, since, address, agent);
    }

    static final String ATTRIBUTE = "signedIn";
}
