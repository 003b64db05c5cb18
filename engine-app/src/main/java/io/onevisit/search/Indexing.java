package io.onevisit.search;

import io.onevisit.catalogue.PublishedItems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the index like the catalogue: rebuilds it where somebody asked or there is none, else takes in what changed. One
 * job, so that nothing is written into an index that a rebuild is about to replace: what changes meanwhile waits.
 */
@Component
class Indexing {

    private static final Logger log = LoggerFactory.getLogger(Indexing.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int PORTION = 100;

    /** How far back a node that was away looks for items that began or ceased to hold. */
    private static final int DAYS_BACK = 31;

    private final Cluster cluster;
    private final IndexWriter index;
    private final Entries entries;
    private final PublishedItems items;
    private final Meaning meaning;
    private final Search search;
    private final Changes changes;
    private final Rebuilds rebuilds;
    private final Clock time;
    private LocalDate turnedOn;
    private int warmed;

    Indexing(
            Cluster cluster,
            IndexWriter index,
            Entries entries,
            PublishedItems items,
            Meaning meaning,
            Search search,
            Changes changes,
            Rebuilds rebuilds,
            Clock time) {
        this.cluster = cluster;
        this.index = index;
        this.entries = entries;
        this.items = items;
        this.meaning = meaning;
        this.search = search;
        this.changes = changes;
        this.rebuilds = rebuilds;
        this.time = time;
    }

    @Scheduled(initialDelayString = "${onevisit.search.first-run:5s}", fixedDelayString = "${onevisit.search.every:1s}")
    @SchedulerLock(name = "search-index")
    void run() {
        if (!cluster.connected()) {
            return;
        }
        try {
            meaning.warm();
            if (rebuilds.open().isEmpty() && !index.usable()) {
                rebuilds.ask(Rebuilds.PLATFORM, "没有可用的检索索引");
            }
            var asked = rebuilds.open();
            asked.ifPresent(this::rebuild);
            if (index.usable()) {
                noteTheDay();
                takeIn();
                warm();
            }
        } catch (SearchUnavailable away) {
            log.warn("The search index waits: {}", away.getMessage());
        }
    }

    private void warm() {
        if (warmed != cluster.connections()) {
            search.warm();
            warmed = cluster.connections();
        }
    }

    private void rebuild(Rebuilds.Rebuild rebuild) {
        String made = null;
        try {
            var things = entries.things();
            rebuilds.started(rebuild.id(), things.size());
            made = index.create(rebuild.id());
            var documents = 0;
            for (var from = 0; from < things.size(); from += PORTION) {
                var portion = things.subList(from, Math.min(from + PORTION, things.size()));
                var found = all(portion);
                index.add(made, found);
                documents += found.size();
                rebuilds.progressed(rebuild.id(), from + portion.size(), documents);
            }
            index.refresh(made);
            if (index.count(made) != documents) {
                throw new SearchUnavailable("索引条数与目录不一致");
            }
            index.serve(made);
            rebuilds.ended(rebuild.id(), null);
            log.info("The search index was rebuilt: {} entries", documents);
        } catch (RuntimeException failed) {
            log.warn("The search index was not rebuilt: {}", failed.toString());
            if (made != null && cluster.connected()) {
                dropQuietly(made);
            }
            rebuilds.ended(rebuild.id(), "没有完成，原索引继续使用：" + failed.getMessage());
        }
    }

    private void dropQuietly(String made) {
        try {
            index.drop(made);
        } catch (SearchUnavailable gone) {
            log.debug("A half-built index stays until the next rebuild: {}", gone.getMessage());
        }
    }

    /** Items begin and cease to hold at midnight, without anybody doing anything. */
    private void noteTheDay() {
        var today = LocalDate.ofInstant(time.instant(), CHINA);
        if (!today.equals(turnedOn)) {
            changes.note(Kind.ITEM, items.turning(turnedOn == null ? today.minusDays(DAYS_BACK) : turnedOn, today));
            turnedOn = today;
        }
    }

    private void takeIn() {
        for (var waiting = changes.waiting(PORTION); !waiting.isEmpty(); waiting = changes.waiting(PORTION)) {
            var things = entries.touchedBy(
                    waiting.stream().map(Changes.Change::thing).toList());
            index.replace(index.alias(), things, all(things));
            changes.done(waiting);
        }
    }

    private List<Entry> all(List<Changes.Thing> things) {
        var all = new ArrayList<Entry>();
        things.forEach(thing -> all.addAll(entries.of(thing)));
        return all;
    }
}
