package io.onevisit.workers.ocr;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Reading processes as production has them. */
public final class Readers {

    private Readers() {}

    public static DocumentReader in(Path folder) {
        return new DocumentReader(new OcrProperties(
                folder,
                DataSize.ofMegabytes(640),
                Duration.ofMinutes(3),
                Duration.ofMinutes(2),
                DataSize.ofMegabytes(8)));
    }

    public static void close(DocumentReader reader) {
        reader.close();
    }
}
