package io.onevisit.search;

import io.onevisit.engine.DataFolder;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a search node running beside the server, from when the server is up until it stops; a node that dies is started again. */
@Component
class NodeKeeper {

    private static final Logger log = LoggerFactory.getLogger(NodeKeeper.class);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SearchProperties properties;
    private final Cluster cluster;
    private final Path folder;
    private Thread keeper;
    private volatile NodeProcess node;
    private volatile boolean wanted;

    NodeKeeper(SearchProperties properties, Cluster cluster, DataFolder data) {
        this.properties = properties;
        this.cluster = cluster;
        this.folder = data.resolve("search");
    }

    /** Only now: until the platform is up, both processors are its own. */
    @EventListener(ApplicationReadyEvent.class)
    void platformIsUp() {
        if (properties.embedded() && !properties.external()) {
            start();
        }
    }

    /** Returns at once; the node answers some seconds later. */
    synchronized void start() {
        if (keeper == null) {
            wanted = true;
            keeper = new Thread(this::keep, "search-node");
            keeper.setDaemon(true);
            keeper.start();
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (keeper == null) {
            return;
        }
        wanted = false;
        cluster.disconnect();
        var running = node;
        if (running != null) {
            running.stop();
        }
        keeper.interrupt();
        try {
            keeper.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper = null;
    }

    /** Number of the node's process, for operators; empty text while there is none. */
    String process() {
        var running = node;
        return running == null ? "" : String.valueOf(running.pid());
    }

    private void keep() {
        var pause = SHORTEST;
        while (wanted) {
            var began = System.nanoTime();
            try {
                run();
            } catch (IOException | RuntimeException e) {
                log.warn("The search node does not run: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            } finally {
                node = null;
            }
            cluster.disconnect();
            if (!wanted) {
                return;
            }
            pause = Duration.ofNanos(System.nanoTime() - began).compareTo(LONGEST) > 0
                    ? SHORTEST
                    : pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            log.warn("The search node ended; it is started again in {} s", pause.toSeconds());
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        var classPath = NodeFiles.layOut(folder.resolve("program"));
        var started = NodeProcess.start(classPath, folder, properties.memory());
        node = started;
        try {
            if (!wanted) {
                return;
            }
            var address = started.address();
            cluster.connect(address);
            cluster.work("GET", "/_cluster/health?wait_for_status=yellow&timeout=60s", null);
            log.info("The search node answers at {}", address);
            started.ended();
        } finally {
            started.stop();
        }
    }
}
