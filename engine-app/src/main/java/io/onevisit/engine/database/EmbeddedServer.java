package io.onevisit.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL run as a child process, its data durable under the data folder. */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "onevisit";
    static final String OWNER = "onevisit_owner";

    private final Path folder;
    private final DataFolderLock lock;
    private final EmbeddedPostgres postgres;
    private final ServerSecret secret;
    private final String applicationRole;
    private final String personRole;

    private EmbeddedServer(
            Path folder,
            DataFolderLock lock,
            EmbeddedPostgres postgres,
            ServerSecret secret,
            String applicationRole,
            String personRole) {
        this.folder = folder;
        this.lock = lock;
        this.postgres = postgres;
        this.secret = secret;
        this.applicationRole = applicationRole;
        this.personRole = personRole;
    }

    static EmbeddedServer start(
            Path folder,
            Path binaries,
            int port,
            String applicationRole,
            String personRole,
            Map<String, String> settings) {
        try {
            var lock = DataFolderLock.on(folder);
            try {
                return start(lock, folder, binaries, port, applicationRole, personRole, settings);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "内置数据库启动失败（%s）：%s。容器中请以非 root 用户运行，或用 onevisit.postgres.url 连接外部数据库。"
                            .formatted(folder, e.getMessage()),
                    "The embedded PostgreSQL did not start: in a container run as an ordinary user, or set onevisit.postgres.url.",
                    e);
        }
    }

    private static EmbeddedServer start(
            DataFolderLock lock,
            Path folder,
            Path binaries,
            int port,
            String applicationRole,
            String personRole,
            Map<String, String> settings)
            throws IOException, SQLException {
        var cluster = new Cluster(folder);
        cluster.refuseHalfWritten();
        StalePostmaster.stop(folder);
        Files.createDirectories(binaries);
        var secret = ServerSecret.in(folder.getParent());
        var postgres = launch(folder, binaries, freePort(port), secret, settings);
        try {
            cluster.claim(postgres, secret);
            return new EmbeddedServer(folder, lock, postgres, secret, applicationRole, personRole);
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(
            Path folder, Path binaries, int port, ServerSecret secret, Map<String, String> settings)
            throws IOException {
        var server = EmbeddedPostgres.builder();
        settings.forEach(server::setServerConfig);
        return server.setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setPort(port)
                // Its own hook would stop the server while the pool and the engine still close.
                .setRegisterShutdownHook(false)
                // The library asks for -F and asynchronous commits; these come later on the command line and win.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", secret.of("postgres"))
                .start();
    }

    DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), DATABASE),
                new DatabaseAddress.Login(OWNER, secret.of(OWNER)),
                new DatabaseAddress.Login(applicationRole, secret.of(applicationRole)),
                new DatabaseAddress.Login(personRole, secret.of(personRole)));
    }

    private static int freePort(int preferred) throws IOException {
        try (var socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        StalePostmaster.awaitEnd(folder);
        lock.close();
    }
}
