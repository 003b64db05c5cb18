package io.onevisit.vault;

import io.onevisit.engine.DataFolder;
import io.onevisit.engine.OwnFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keys in a file outside the database that only the server's user may read: a line {@code search DIGEST HEX}, then one
 * {@code NAME ALGORITHM HEX} per key, the last of which seals. A key another server added is found by reading it again.
 */
final class KeyFile implements KeyProvider {

    private static final String SEARCH = "search";
    private static final int SEARCH_LENGTH = 32;

    private final Path file;
    private final VaultProperties properties;
    private final SecureRandom random = new SecureRandom();
    private volatile Content content;

    KeyFile(VaultProperties properties, DataFolder data) {
        this.properties = properties;
        this.file = properties.keys().isBlank() ? data.resolve("vault.keys") : Path.of(properties.keys());
        alone(() -> {
            if (!Files.exists(file)) {
                write(
                        new SearchKey(properties.digest(), bytes(SEARCH_LENGTH)),
                        List.of(fresh("k1", properties.algorithm())));
            }
            content = read();
        });
    }

    /** A key that another server made seals here too from the next value on. */
    @Override
    public Key current() {
        if (!changed().equals(content.changed())) {
            content = read();
        }
        var keys = content.keys();
        return keys.get(keys.size() - 1);
    }

    @Override
    public Key named(String id) {
        return find(id).or(() -> {
                    content = read();
                    return find(id);
                })
                .orElseThrow(() -> new IllegalStateException(
                        "No key " + id + " in " + file + ": restore the file of keys that belongs to this database"));
    }

    @Override
    public SearchKey search() {
        return content.search();
    }

    @Override
    public Key renew() {
        alone(() -> {
            var before = read();
            var keys = new ArrayList<>(before.keys());
            keys.add(fresh("k" + (keys.size() + 1), properties.algorithm()));
            write(before.search(), keys);
            content = read();
        });
        return current();
    }

    @Override
    public List<String> names() {
        return content.keys().stream().map(Key::id).toList();
    }

    private Optional<Key> find(String id) {
        return content.keys().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private Key fresh(String id, Algorithm algorithm) {
        return new Key(id, algorithm, bytes(algorithm.keyLength()));
    }

    private byte[] bytes(int length) {
        var fresh = new byte[length];
        random.nextBytes(fresh);
        return fresh;
    }

    private Content read() {
        try {
            var changed = changed();
            SearchKey search = null;
            var keys = new ArrayList<Key>();
            for (var line : Files.readAllLines(file)) {
                var part = line.strip().split("\\s+");
                if (part.length != 3) {
                    continue;
                }
                var secret = HexFormat.of().parseHex(part[2]);
                if (part[0].equals(SEARCH)) {
                    search = new SearchKey(Digest.valueOf(part[1]), secret);
                } else {
                    keys.add(new Key(part[0], Algorithm.valueOf(part[1]), secret));
                }
            }
            if (search == null || keys.isEmpty()) {
                throw new IllegalStateException("The file of keys " + file + " names no search key or no sealing key");
            }
            return new Content(search, List.copyOf(keys), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and never readable for others. */
    private void write(SearchKey search, List<Key> keys) {
        try {
            var lines = new ArrayList<String>();
            lines.add(line(SEARCH, search.digest(), search.secret()));
            keys.forEach(key -> lines.add(line(key.id(), key.algorithm(), key.secret())));
            OwnFile.replace(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String name, Enum<?> how, byte[] secret) {
        return name + " " + how + " " + HexFormat.of().formatHex(secret);
    }

    /** Two servers that start or renew at once make one key, not two. */
    private static final Object ONE_OF_THIS_SERVER = new Object();

    private void alone(Runnable act) {
        synchronized (ONE_OF_THIS_SERVER) {
            aloneAmongServers(act);
        }
    }

    private void aloneAmongServers(Runnable act) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var lock = file.resolveSibling(file.getFileName() + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                act.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Content(SearchKey search, List<Key> keys, FileTime changed) {}
}
