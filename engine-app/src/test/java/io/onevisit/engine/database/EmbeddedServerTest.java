package io.onevisit.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    @TempDir
    Path data;

    @Test
    void whatWasWrittenOutlivesAProcessThatIsKilled() throws Exception {
        var other = new OtherProcess(data);
        var port = other.started();
        assertThatThrownBy(this::start).isInstanceOf(DatabaseUnavailable.class).hasMessageContaining("正被另一个一件事一次办进程使用");
        other.kill();
        assertThat(answers(port)).as("the server outlived its process").isTrue();

        try (var server = start();
                var connection = server.address().asOwner();
                var rows = connection.createStatement().executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("word")).isEqualTo("办结");
            assertThat(answers(port))
                    .as("the old server is stopped before the new one starts")
                    .isFalse();
        }
    }

    @Test
    void nobodyComesInWithoutAPasswordAndASecondStartIsRefused() throws Exception {
        try (var server = start()) {
            var url = server.address().url();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, EmbeddedServer.OWNER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("another folder with onevisit.data");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres.secret")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void aFolderWhoseFirstStartWasCutOffIsNamedWithTheWayOut() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("请删除该目录后重新启动")
                .hasMessageContaining("delete the folder and start again");
    }

    @Test
    void aFolderOfAnotherMajorVersionIsNotTouched() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");
        Files.createFile(data.resolve("postgres/onevisit.ready"));

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("属于 PostgreSQL 16");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(data.resolve("postgres"), BINARIES, 0, "onevisit_app", "onevisit_person", Map.of());
    }

    private static boolean answers(int port) {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
