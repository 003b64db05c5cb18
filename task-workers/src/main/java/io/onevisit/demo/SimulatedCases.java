package io.onevisit.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The departments' own memory: a file per case, written before anything is answered, so that a restart forgets nothing. */
class SimulatedCases {

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    SimulatedCases(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<SimulatedCase> find(String department, String caseNo) {
        var file = file(department, caseNo);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    List<SimulatedCase> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(SimulatedCase file) {
        var target = file(file.department(), file.caseNo());
        var draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(draft, json.writeValueAsBytes(file));
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulatedCase read(Path file) {
        try {
            return json.readValue(file.toFile(), SimulatedCase.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers and codes come from outside: nothing but letters, digits and dashes reaches the file system. */
    private Path file(String department, String caseNo) {
        return folder.resolve(plain(department) + "_" + plain(caseNo) + ".json");
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
