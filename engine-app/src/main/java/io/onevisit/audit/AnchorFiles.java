package io.onevisit.audit;

import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Anchors copied out of the database: a file per day, a line per anchor, only ever added to. */
@Component
class AnchorFiles {

    private final Path folder;

    AnchorFiles(DataFolder data) {
        this.folder = data.resolve("audit/anchors");
    }

    /** Adds those of a day that this folder does not have yet; what is there stays, even where the database has another. */
    void complete(LocalDate day, List<Anchor> anchors) {
        var known = of(day).stream().map(Anchor::hash).collect(Collectors.toSet());
        anchors.stream().filter(anchor -> !known.contains(anchor.hash())).forEach(this::add);
    }

    void add(Anchor anchor) {
        try {
            Files.createDirectories(folder);
            try (var file = FileChannel.open(
                    file(EntryRows.day(anchor.at())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND)) {
                var bytes = ByteBuffer.wrap((anchor.line() + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors of the audit can't be copied out to " + folder, e);
        }
    }

    List<Anchor> of(LocalDate day) {
        if (!Files.exists(file(day))) {
            return List.of();
        }
        try {
            var anchors = new ArrayList<Anchor>();
            for (var line : Files.readAllLines(file(day))) {
                try {
                    anchors.add(Anchor.ofLine(line));
                } catch (RuntimeException cutOff) {
                    // A line that a stop of the machine cut off: the anchor is written again below it.
                }
            }
            return anchors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days that have a file, for days that the database has forgotten. */
    List<LocalDate> days() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}\\.jsonl"))
                    .map(name -> LocalDate.parse(name.substring(0, 10)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(LocalDate day) {
        return folder.resolve(day + ".jsonl");
    }
}
