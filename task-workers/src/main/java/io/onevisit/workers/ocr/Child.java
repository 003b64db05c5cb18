package io.onevisit.workers.ocr;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** One run of the reading process, as its parent sees it. */
class Child {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final Path folder;
    private final long longest;
    private final LinkedBlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile String end = "stopped answering";
    private boolean tookTooLong;

    private Child(Process process, Path folder, long longest) {
        this.process = process;
        this.folder = folder;
        this.longest = longest;
        var listener = new Thread(this::listen, "ocr-answers");
        listener.setDaemon(true);
        listener.start();
    }

    static Child start(OcrProperties properties) throws IOException {
        Files.createDirectories(properties.folder());
        var own = Files.createTempDirectory(properties.folder(), "reader");
        var classpath = System.getProperty("java.class.path");
        var packed = Child.class.getResource("Child.class").toString().startsWith("jar:nested:");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + properties.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + own.toAbsolutePath(),
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=ocr-logback.xml",
                "-Dloader.main=" + OcrProcess.class.getName(),
                "-cp",
                classpath,
                packed ? LAUNCHER : OcrProcess.class.getName());
        var process = new ProcessBuilder(command)
                .redirectError(properties.folder().resolve("reader.log").toFile())
                .start();
        return new Child(process, own, properties.answer().toBytes());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The answer, or nothing where the process died over it or took too long. */
    Optional<String> ask(String question, Duration within) {
        try {
            var in = process.getOutputStream();
            in.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            var answer = answers.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                tookTooLong = true;
                end = "took longer than " + within.toSeconds() + " s";
                return Optional.empty();
            }
            return answer;
        } catch (IOException dead) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    boolean tookTooLong() {
        return tookTooLong;
    }

    String lastWords() {
        return end;
    }

    private void listen() {
        try (var out = new BufferedInputStream(process.getInputStream())) {
            for (var line = line(out); line != null; line = line(out)) {
                if (line.startsWith(OcrProcess.ANSWER)) {
                    answers.add(Optional.of(line.substring(OcrProcess.ANSWER.length())));
                }
            }
            end = "ended";
        } catch (IOException gone) {
            end = gone.getMessage();
        }
        process.destroyForcibly();
        answers.add(Optional.empty());
    }

    private String line(InputStream out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = out.read(); next != -1; next = out.read()) {
            if (next == '\n') {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            if (bytes.size() >= longest) {
                throw new IOException("answered with more than " + longest + " bytes");
            }
            bytes.write(next);
        }
        return bytes.size() > 0 ? bytes.toString(StandardCharsets.UTF_8) : null;
    }

    void end() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException leftovers) {
            folder.toFile().deleteOnExit();
        }
    }
}
