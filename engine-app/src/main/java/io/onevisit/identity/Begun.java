package io.onevisit.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session keeps of who began it. Names, roles and rights are read anew with every request.
 *
 * @param handle by which its owner names the session; knowing it opens nothing
 * @param stamp of the account when the session began; another one ends it
 */
record Begun(
        String handle, String username, long stamp, boolean secondFactor, Instant since, String address, String agent)
        implements Serializable {

    static final String ATTRIBUTE = "signedIn";
}
