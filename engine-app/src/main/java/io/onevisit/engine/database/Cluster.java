package io.onevisit.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The embedded server's folder: told apart whole from half-written, and closed to everyone without a password. */
record Cluster(Path folder) {

    private static final String MAJOR = "17";

    /** Refuses a folder whose first start was interrupted, or that another major version wrote. */
    void refuseHalfWritten() throws IOException {
        if (!Files.exists(folder) || isEmpty()) {
            return;
        }
        if (!Files.exists(ready())) {
            throw new DatabaseUnavailable(
                    "数据库目录 %s 在首次初始化时被中断，里面还没有业务数据：请删除该目录后重新启动。".formatted(folder),
                    "The first start on %s was interrupted before it held any data: delete the folder and start again."
                            .formatted(folder));
        }
        var version = Files.readString(folder.resolve("PG_VERSION")).trim();
        if (!version.equals(MAJOR)) {
            throw new DatabaseUnavailable(
                    "数据库目录 %s 属于 PostgreSQL %s，本版本使用 %s：请先用原版本导出数据。".formatted(folder, version, MAJOR),
                    "%s was written by PostgreSQL %s, this release brings %s: export the data with the release that wrote it."
                            .formatted(folder, version, MAJOR));
        }
    }

    /** Sets the passwords and the database once, then marks the folder as whole; harmless when repeated. */
    void claim(EmbeddedPostgres postgres, ServerSecret secret) throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            refuseForeign(connection);
            if (Files.exists(ready())) {
                return;
            }
            var sql = new Roles(connection);
            sql.run("ALTER ROLE postgres PASSWORD %s", secret.of("postgres"));
            sql.ensureLogin(EmbeddedServer.OWNER, secret.of(EmbeddedServer.OWNER));
            sql.run("ALTER ROLE " + EmbeddedServer.OWNER + " CREATEROLE");
            if (!sql.exists("SELECT 1 FROM pg_database WHERE datname = ?", EmbeddedServer.DATABASE)) {
                sql.run("CREATE DATABASE " + EmbeddedServer.DATABASE + " OWNER " + EmbeddedServer.OWNER);
            }
            Files.writeString(folder.resolve("pg_hba.conf"), "host all all localhost scram-sha-256\n");
            sql.run("SELECT pg_reload_conf()");
            Files.createFile(ready());
        }
    }

    private void refuseForeign(Connection connection) throws SQLException, IOException {
        try (var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            rows.next();
            var served = Path.of(rows.getString(1));
            if (!Files.isSameFile(served, folder)) {
                throw new DatabaseUnavailable(
                        "端口上应答的是另一个数据库（%s）：请换一个 onevisit.postgres.port。".formatted(served),
                        "Another server (%s) answers on the port: choose another onevisit.postgres.port."
                                .formatted(served));
            }
        }
    }

    private Path ready() {
        return folder.resolve("onevisit.ready");
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
