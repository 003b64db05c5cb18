package io.onevisit.workers.ocr;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The process that reads documents.
 *
 * @param folder its own folder for temporary files
 * @param memory its Java heap; the recogniser takes about a gigabyte beside it
 * @param within how long one document may take
 * @param idle how long it stays when there is nothing to read
 * @param answer how large an answer may be
 */
@Validated
@ConfigurationProperties("onevisit.workers.ocr")
record OcrProperties(
        @NotNull Path folder,
        @DefaultValue("640MB") DataSize memory,
        @DefaultValue("120s") Duration within,
        @DefaultValue("2m") Duration idle,
        @DefaultValue("8MB") DataSize answer) {}
