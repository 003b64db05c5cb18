package io.onevisit.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** One run of the search node as a child process. It ends by itself when this process does. */
final class NodeProcess {

    private static final String READY = "READY ";
    private static final int SECONDS_TO_END = 15;

    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    static NodeProcess start(String classPath, Path home, DataSize heap) throws IOException {
        Files.createDirectories(home.resolve("config"));
        var temporary = Files.createDirectories(home.resolve("tmp"));
        var log = home.resolve("node.log");
        if (Files.exists(log)) {
            Files.move(log, home.resolve("node.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var megabytes = heap.toMegabytes() + "m";
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + megabytes,
                "-Xmx" + megabytes,
                "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djna.nosys=true",
                "-Djna.tmpdir=" + temporary,
                "-Djava.io.tmpdir=" + temporary,
                "-Dio.netty.noUnsafe=true",
                "-Dlog4j2.disable.jmx=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                "io.onevisit.searchnode.SearchNode",
                home.toString());
        command.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ONEVISIT_")); // passwords are none of its business
        return new NodeProcess(command.redirectError(log.toFile()).start());
    }

    /** Waits until the node answers; an {@link IOException} when it ends before. */
    URI address() throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(
                        "http://127.0.0.1:" + line.substring(READY.length()).strip());
            }
        }
        throw new IOException("The search node ended before it was ready, see node.log");
    }

    /** Waits for its end. */
    int ended() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
