package io.onevisit.search;

import io.onevisit.verification.Invariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The index says what the catalogue says, except for what it has still to learn; where it is away there is nothing to compare. */
@Component
class IndexProof implements Invariant {

    private final Cluster cluster;
    private final IndexWriter index;
    private final Entries entries;
    private final Changes changes;

    IndexProof(Cluster cluster, IndexWriter index, Entries entries, Changes changes) {
        this.cluster = cluster;
        this.index = index;
        this.entries = entries;
        this.changes = changes;
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public Result check(int most) {
        if (!cluster.connected() || !index.usable() || changes.count() > 0) {
            return new Result(0, 0, List.of());
        }
        var expected = new HashMap<String, String>();
        entries.things().forEach(thing -> entries.of(thing).forEach(entry -> expected.put(entry.id(), entry.print())));
        var held = index.prints();
        var all = new HashSet<>(expected.keySet());
        all.addAll(held.keySet());
        var wrong = all.stream()
                .filter(id -> !Objects.equals(expected.get(id), held.get(id)))
                .sorted()
                .toList();
        return new Result(
                expected.size(),
                wrong.size(),
                wrong.stream()
                        .limit(most)
                        .map(id -> "检索索引与目录不一致：%s（%s）"
                                .formatted(
                                        id,
                                        !held.containsKey(id) ? "索引中没有" : expected.containsKey(id) ? "内容不同" : "目录中没有"))
                        .toList());
    }
}
