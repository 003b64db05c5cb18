package io.onevisit.search;

import org.springframework.stereotype.Component;

/** How the index is at the moment. */
@Component
class IndexState {

    private final Cluster cluster;
    private final IndexWriter index;
    private final Changes changes;
    private final SearchProperties properties;

    IndexState(Cluster cluster, IndexWriter index, Changes changes, SearchProperties properties) {
        this.cluster = cluster;
        this.index = index;
        this.changes = changes;
        this.properties = properties;
    }

    /**
     * @param answers whether people are answered from the index
     * @param external whether it is somebody else's cluster
     * @param entries how many it holds, 0 where it does not answer
     * @param waiting changes it has still to learn
     */
    record State(boolean answers, boolean external, int entries, int waiting) {}

    State now() {
        var entries = -1;
        if (cluster.connected()) {
            try {
                entries = cluster.ask("GET", "/" + index.alias() + "/_count", null)
                        .path("count")
                        .asInt();
            } catch (SearchUnavailable away) {
                entries = -1;
            }
        }
        return new State(entries >= 0, properties.external(), Math.max(entries, 0), changes.count());
    }
}
