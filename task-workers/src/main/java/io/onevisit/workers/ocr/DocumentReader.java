package io.onevisit.workers.ocr;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Has documents read, one at a time. The process is started when there is something to read and ended when there is
 * nothing more; a document that kills it twice or takes too long is unreadable, and the next one gets a new process.
 */
@Component
public class DocumentReader {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

    private final OcrProperties properties;
    private final ObjectMapper json = new ObjectMapper();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "ocr-idle");
        thread.setDaemon(true);
        return thread;
    });
    private Child child;
    private Instant lastUsed = Instant.now();

    DocumentReader(OcrProperties properties) {
        this.properties = properties;
        forgetEarlierRuns();
        var often = Math.max(100, properties.idle().toMillis() / 4);
        watch.scheduleWithFixedDelay(this::endIfIdle, often, often, TimeUnit.MILLISECONDS);
    }

    /** @param folder receives the pictures of the pages of a PDF */
    public synchronized Scan read(Path file, Path folder) {
        try {
            var first = attempt(file, folder);
            if (first.isPresent() || child.tookTooLong()) {
                return result(first);
            }
            end(); // somebody may have killed it; whether the document did, a second process shows
            return result(attempt(file, folder));
        } catch (IOException e) {
            end();
            throw new UncheckedIOException("文档识别进程无法启动：" + e.getMessage(), e);
        } finally {
            lastUsed = Instant.now();
        }
    }

    private Optional<String> attempt(Path file, Path folder) throws IOException {
        if (child == null || !child.isAlive()) {
            end();
            child = Child.start(properties);
        }
        var question = new OcrProcess.Question(
                file.toAbsolutePath().toString(), folder.toAbsolutePath().toString());
        return child.ask(json.writeValueAsString(question), properties.within());
    }

    private Scan result(Optional<String> answer) throws IOException {
        if (answer.isPresent()) {
            return json.readValue(answer.get(), Scan.class);
        }
        LOG.warn("A document was not read: the reading process {}", child.lastWords());
        end();
        return Scan.failed(Scan.UNREADABLE);
    }

    synchronized boolean isRunning() {
        return child != null && child.isAlive();
    }

    private synchronized void endIfIdle() {
        if (child != null && Instant.now().isAfter(lastUsed.plus(properties.idle()))) {
            end();
        }
    }

    private void forgetEarlierRuns() {
        try {
            FileSystemUtils.deleteRecursively(properties.folder());
        } catch (IOException e) {
            LOG.warn("Files of an earlier run remain in {}: {}", properties.folder(), e.getMessage());
        }
    }

    private void end() {
        if (child != null) {
            child.end();
            child = null;
        }
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        var last = child; // without waiting for a document that is being read
        if (last != null) {
            last.end();
        }
    }
}
