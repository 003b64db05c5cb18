package io.onevisit.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only the user of this process may read: a secret, a key, a first password. Written whole or not at all. */
public final class OwnFile {

    private OwnFile() {}

    /** Writes a file that is not there yet; fails where somebody else has written it meanwhile. */
    public static void write(Path file, String text) throws IOException {
        move(file, text);
    }

    /** Writes a file in the place of the one that is there. */
    public static void replace(Path file, String text) throws IOException {
        move(file, text, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void move(Path file, String text, CopyOption... how) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "own", ".draft");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, text);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, how);
    }
}
