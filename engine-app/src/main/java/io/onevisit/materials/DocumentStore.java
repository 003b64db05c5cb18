package io.onevisit.materials;

import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Files under the name of their content: {@code documents/ab/cd/<sha256>}. Written whole or not at all; equal content once. */
@Component
class DocumentStore {

    private final Path root;

    DocumentStore(DataFolder data) {
        root = data.resolve("documents");
    }

    /** Takes at most one byte more than {@code limit}, so that the caller sees that there was more. */
    Draft receive(InputStream in, long limit) {
        try {
            var folder = Files.createDirectories(root.resolve("incoming"));
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
            throw new UncheckedIOException(e);
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
            try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
