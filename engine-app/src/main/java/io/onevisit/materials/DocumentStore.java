package io.onevisit.materials;

import io.onevisit.engine.DataFolder;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Files under the name of their content: {@code documents/ab/cd/<sha256>}. Written whole or not at all; equal content once. */
@Component
class DocumentStore {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);
    private static final String INCOMING = "incoming";

    private final Path root;

    DocumentStore(DataFolder data) {
        root = data.resolve("documents");
    }

    /** Takes at most one byte more than {@code limit}, so that the caller sees that there was more. */
    Draft receive(InputStream in, long limit) {
        try {
            var folder = Files.createDirectories(root.resolve(INCOMING));
            var file = Files.createTempFile(folder, "", ".part");
            var digest = MessageDigest.getInstance("SHA-256");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    var out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                var buffer = new byte[65_536];
                var left = limit + 1;
                for (int n; left > 0 && (n = in.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0; left -= n) {
                    out.write(buffer, 0, n);
                }
                channel.force(true);
                return new Draft(file, limit + 1 - left, HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw full(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a received file in its place. */
    void keep(Draft draft) {
        try {
            var place = path(draft.sha256());
            if (Files.exists(place)) {
                return;
            }
            Files.createDirectories(place.getParent());
            Files.move(draft.file(), place, StandardCopyOption.ATOMIC_MOVE);
            for (var folder = place.getParent(); !folder.equals(root.getParent()); folder = folder.getParent()) {
                try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                    entry.force(true);
                }
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Removes what a crash left half received. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() throws IOException {
        var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        var folder = Files.createDirectories(root.resolve(INCOMING));
        try (var parts = Files.newDirectoryStream(folder)) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static Problem full(IOException cause) {
        LOG.error("A document could not be stored", cause);
        return new Problem(HttpStatus.INSUFFICIENT_STORAGE, "storage-unavailable", "文件暂时无法保存，请稍后重新上传。已填写的内容没有丢失。");
    }

    void delete(String sha256) {
        try {
            Files.deleteIfExists(path(sha256));
        } catch (IOException e) { // nobody's any more, so nobody is refused anything because of it
            LOG.warn("The content {} that nobody uses could not be deleted", sha256, e);
        }
    }

    /** Everything that is kept. */
    List<Content> contents() {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var files = Files.walk(root, 3)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
                    .flatMap(DocumentStore::content)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Content> content(Path file) {
        try {
            return Stream.of(new Content(
                    file.getFileName().toString(),
                    Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS)));
        } catch (IOException gone) { // deleted in between
            return Stream.empty();
        }
    }

    record Content(String sha256, Instant storedAt) {}

    Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** A file that arrived and is not yet kept; closing it removes what was not kept. */
    record Draft(Path file, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
