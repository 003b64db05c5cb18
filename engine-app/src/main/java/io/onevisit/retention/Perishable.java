package io.onevisit.retention;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

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

    /** The same things, removed in a way of their own: with what hangs on them, or only in part. */
    default Perishable removedBy(Consumer<List<Due>> way) {
        var same = this;
        return new Perishable() {
            @Override
            public String rule() {
                return same.rule();
            }

            @Override
            public List<Due> due(Instant before, Due after, int most, boolean lock) {
                return same.due(before, after, most, lock);
            }

            @Override
            public void remove(List<Due> due) {
                way.accept(due);
            }

            @Override
            public long count(Instant before) {
                return same.count(before);
            }
        };
    }

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
