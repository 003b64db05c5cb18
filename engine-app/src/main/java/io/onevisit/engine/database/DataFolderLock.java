package io.onevisit.engine.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while this process owns a database folder, so that no second one starts a server on it. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataFolderLock on(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        var channel = FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DatabaseUnavailable(
                    "数据目录 %s 正被另一个一件事一次办进程使用：请先停止它，或用 onevisit.data 指定别的目录。".formatted(folder),
                    "Another OneVisit process is using %s: stop it first, or name another folder with onevisit.data."
                            .formatted(folder));
        }
        return new DataFolderLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
