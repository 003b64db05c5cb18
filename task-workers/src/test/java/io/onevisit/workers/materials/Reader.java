package io.onevisit.workers.materials;

import io.onevisit.workers.Platform;
import io.onevisit.workers.ocr.DocumentReader;
import io.onevisit.workers.ocr.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a birth certificate the way the worker does, without a platform. */
public class Reader implements AutoCloseable {

    private final Path folder;
    private final DocumentReader documents;

    private Reader(Path folder) {
        this.folder = folder;
        this.documents = Readers.in(folder.resolve("own"));
    }

    public static Reader in(Path folder) {
        return new Reader(folder);
    }

    public record Read(Platform.Reading reading, List<String> pictures) {
        public String engine() {
            return reading.engine();
        }

        public String problem() {
            return reading.problem();
        }

        public Map<String, String> values() {
            return reading.fields().stream()
                    .collect(Collectors.toMap(Platform.Reading.Field::key, Platform.Reading.Field::value));
        }

        public double lowestConfidence() {
            return reading.fields().stream()
                    .mapToDouble(Platform.Reading.Field::confidence)
                    .min()
                    .orElse(0);
        }

        public List<Integer> box(String key) {
            return reading.fields().stream()
                    .filter(field -> field.key().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .box();
        }
    }

    public Read read(byte[] document) {
        try {
            var file = Files.write(folder.resolve("document"), document);
            var scan = documents.read(file, folder);
            var pictures = scan.pages().stream()
                    .map(page -> page.image())
                    .filter(Objects::nonNull)
                    .filter(image -> Files.exists(Path.of(image)))
                    .map(image -> Path.of(image).getFileName().toString())
                    .toList();
            return new Read(MaterialOcr.reading("birth-certificate", scan), pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Readers.close(documents);
    }
}
