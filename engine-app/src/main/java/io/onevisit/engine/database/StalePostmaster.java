package io.onevisit.engine.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
        var running = running(folder);
        if (running.isEmpty()) {
            return;
        }
        var pid = running.get().pid();
        log.warn("Stopping PostgreSQL {} that an earlier process left running on {}", pid, folder);
        interrupt(pid);
        if (!ends(running.get(), 30)) {
            throw new DatabaseUnavailable(
                    "上次遗留的数据库进程 %d 在 30 秒内没有退出：请手工结束它后再启动。".formatted(pid),
                    "PostgreSQL %d of an earlier run did not stop within 30 s: end it by hand, then start again."
                            .formatted(pid),
                    null);
        }
    }

    /** Waits for the folder's server, which was told to stop and still writes its last checkpoint. */
    static void awaitEnd(Path folder) throws IOException {
        running(folder).ifPresent(server -> ends(server, 60));
    }

    private static Optional<ProcessHandle> running(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(StalePostmaster::isPostgres);
    }

    private static boolean ends(ProcessHandle server, int seconds) {
        try {
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
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
