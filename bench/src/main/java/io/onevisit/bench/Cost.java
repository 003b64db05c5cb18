package io.onevisit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been used so far: processor time of this JVM and of PostgreSQL with all its backends, commits and write-ahead
 * log of the server.
 */
record Cost(double jvmMillis, double postgresMillis, long commits, long walBytes) {

    /** Fixed by Linux for everything it shows to programs. */
    private static final double MILLIS_PER_TICK = 10;

    static Cost now(Platform platform) {
        var sql = platform.sql();
        // A backend that has been idle tells its numbers late; this asks those of now.
        sql.sql("select pg_stat_force_next_flush()").query((row, n) -> 0).list();
        var commits = sql.sql("select sum(xact_commit)::bigint from pg_stat_database")
                .query(Long.class)
                .single();
        var wal = sql.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
        return new Cost(jvm(), postgres(platform.administrator().server()), commits, wal);
    }

    Cost since(Cost before) {
        return new Cost(
                jvmMillis - before.jvmMillis,
                postgresMillis - before.postgresMillis,
                commits - before.commits,
                walBytes - before.walBytes);
    }

    private static double jvm() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    /** The server's own time, that of backends that have ended, and that of those that run. */
    private static double postgres(long server) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(process ->
                                    process.getFileName().toString().chars().allMatch(Character::isDigit))
                            .map(Cost::fields)
                            .flatMap(Optional::stream)
                            .mapToLong(fields -> ticks(fields, server))
                            .sum()
                    * MILLIS_PER_TICK;
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }

    private static long ticks(Process process, long server) {
        if (process.pid == server) {
            return process.own + process.children;
        }
        return process.parent == server ? process.own : 0;
    }

    private static Optional<Process> fields(Path folder) {
        try {
            var stat = Files.readString(folder.resolve("stat"));
            // The name in brackets may hold spaces; what follows it may not.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Process(
                    Long.parseLong(folder.getFileName().toString()),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private record Process(long pid, long parent, long own, long children) {}
}
