package io.onevisit.engine.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process that started it: stopped by its own pid before a new one starts. */
final class StalePostmaster {

    private static final Logger log = LoggerFactory.getLogger(StalePostmaster.class);

    private StalePostmaster() {}

    /** Stops the server that the folder's pid file names, if it still runs; nobody else may own the folder meanwhile. */
    static void stop(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).trim());
        var running = ProcessHandle.of(pid).filter(StalePostmaster::isPostgres);
        if (running.isEmpty()) {
            return;
        }
        log.warn("Stopping PostgreSQL {} that an earlier process left running on {}", pid, folder);
        interrupt(pid);
        try {
            running.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new DatabaseUnavailable(
                    "上次遗留的数据库进程 %d 在 30 秒内没有退出：请手工结束它后再启动。".formatted(pid),
                    "PostgreSQL %d of an earlier run did not stop within 30 s: end it by hand, then start again."
                            .formatted(pid),
                    stillThere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false);
    }

    /** SIGINT asks PostgreSQL for a fast, clean stop; Java itself can only send SIGTERM (which waits) and SIGKILL. */
    private static void interrupt(long pid) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start();
    }
}
