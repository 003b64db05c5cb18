package io.onevisit.engine.database;

import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContext;

/** The embedded server as its administrator sees it; the platform itself never works under this role. */
public final class Administrator {

    private static final String ROLE = "postgres";

    private final String url;
    private final Path folder;

    public Administrator(ApplicationContext platform) {
        url = platform.getBean(Server.class).address().url();
        folder = platform.getBean(DataFolder.class).data();
    }

    /** Makes data in bulk: commits don't wait for the disk, keys of copies of sound rows are not proved again. */
    public HikariDataSource bulk() {
        var pool = pool(url);
        pool.setConnectionInitSql(
                "set synchronous_commit = off; set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
        return pool;
    }

    /** A pool on another database of the same server, under ordinary commits. */
    public HikariDataSource other(String database) {
        return pool(url.replaceFirst("/[^/]+$", "/" + database));
    }

    /** Process id of the server; its backends are its children. */
    public long server() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HikariDataSource pool(String address) {
        try {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(address);
            pool.setUsername(ROLE);
            pool.setPassword(ServerSecret.in(folder).of(ROLE));
            return pool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
