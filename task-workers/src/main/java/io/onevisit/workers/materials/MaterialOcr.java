package io.onevisit.workers.materials;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Platform.Reading;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Work;
import io.onevisit.workers.Worker;
import io.onevisit.workers.ocr.DocumentReader;
import io.onevisit.workers.ocr.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Reads every uploaded document that has not been read yet and is of a kind that somebody wants read. */
@Component
class MaterialOcr extends Worker {

    private static final int LONGEST_TEXT = 20_000;

    private final Platform platform;
    private final DocumentReader reader;

    MaterialOcr(Platform platform, DocumentReader reader, Retry retry) {
        super(Topics.MATERIAL_OCR, retry);
        this.platform = platform;
        this.reader = reader;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        for (var material : platform.materials(Work.applicationNo(task), Work.caseNo(task))) {
            if (material.toBeRead()) {
                read(material);
            }
        }
        return Map.of();
    }

    private void read(Platform.Material material) {
        try {
            var folder = Files.createTempDirectory("material");
            try {
                var document = folder.resolve("document");
                platform.download(material.documentId(), document);
                var scan = reader.read(document, folder);
                for (var page : scan.pages()) {
                    if (page.image() != null) {
                        platform.putPage(material.documentId(), page.number(), Path.of(page.image()));
                    }
                }
                platform.putReading(material.documentId(), reading(material.kind(), scan));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("临时文件夹不可用：" + e.getMessage(), e);
        }
    }

    static Reading reading(String kind, Scan scan) {
        var layout = FieldLayout.of(kind);
        var fields = layout.map(known -> new FieldFinder(known).find(scan)).orElse(List.of());
        var problem =
                scan.problem() == null && layout.isPresent() && fields.isEmpty() ? Scan.UNREADABLE : scan.problem();
        var pages = scan.pages().stream()
                .map(page -> new Reading.Page(page.number(), page.width(), page.height()))
                .toList();
        var text = scan.pages().stream()
                .flatMap(page -> page.lines().stream())
                .map(Scan.Line::text)
                .collect(Collectors.joining("\n"));
        return new Reading(
                scan.engine(),
                scan.version(),
                pages,
                fields,
                text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                problem);
    }
}
