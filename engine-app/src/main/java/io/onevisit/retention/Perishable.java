package io.onevisit.retention;

import java.time.Instant;
import java.util.List;

/** Something that is not kept for ever; a bean per rule of {@code retention/rules.yaml}, in the feature that owns it. */
public interface Perishable {

    /** The rule's id. */
    String rule();

    /**
     * The next things older than that, oldest first, behind {@code after}.
     *
     * @param lock holds them until the transaction ends and leaves out those that somebody else holds
     */
    List<Due> due(Instant before, Due after, int most, boolean lock);

    /** Removes these, in the transaction that took them; files go after it. */
    void remove(List<Due> due);

    /** How many there are, those that somebody holds too. */
    long count(Instant before);

    /**
     * @param key names it among its like; only its hash is kept
     * @param at from when its period counts
     * @param applicationNo the application it belongs to, {@code null} where none
     * @param owner user name of whose it is, {@code null} where nobody's
     */
    record Due(String key, Instant at, String applicationNo, String owner) {

        /** Before everything. */
        public static final Due FIRST = new Due("", Instant.EPOCH, null, null);
    }
}
