package io.onevisit.engine.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;

/** A second Java process that starts a server, writes a row and waits to be killed. */
record OtherProcess(Process process) {

    OtherProcess(Path data) throws IOException {
        this(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits until the row is committed; returns the server's port. */
    int started() throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream()));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return Integer.parseInt(line.substring(6));
            }
        }
        throw new IOException("The other process ended before its server was ready");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.start(
                Path.of(arguments[0], "postgres"),
                EmbeddedServerTest.BINARIES,
                0,
                "onevisit_app",
                "onevisit_person",
                Map.of());
        try (var connection = server.address().asOwner();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('办结')");
        }
        System.out.println("READY " + server.address().url().replaceAll("^.*:(\\d+)/.*$", "$1"));
        Thread.currentThread().join();
    }
}
