package io.onevisit.workers.materials;

import io.onevisit.processes.DocumentReading;
import io.onevisit.processes.Topics;
import io.onevisit.workers.Gone;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Reads what was uploaded and is of a kind that somebody wants read: one document while its applicant still writes, or
 * every document of an application that has not been read yet.
 */
@Component
class MaterialOcr extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(MaterialOcr.class);
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
        String kind = task.getVariable(DocumentReading.Variables.DOCUMENT_KIND);
        if (kind != null) {
            readIfThere(task.getBusinessKey(), kind);
            return Map.of();
        }
        for (var material : platform.materials(Work.applicationNo(task), Work.caseNo(task))) {
            if (material.toBeRead()) {
                read(material.documentId(), material.kind());
            }
        }
        return Map.of();
    }

    private void readIfThere(String documentId, String kind) {
        try {
            read(documentId, kind);
        } catch (Gone takenBack) {
            LOG.debug("{} was taken back before it was read", documentId);
        }
    }

    private void read(String documentId, String kind) {
        try {
            var folder = Files.createTempDirectory("material");
            try {
                var document = folder.resolve("document");
                platform.download(documentId, document);
                var scan = reader.read(document, folder);
                for (var page : scan.pages()) {
                    if (page.image() != null) {
                        platform.putPage(documentId, page.number(), Path.of(page.image()));
                    }
                }
                platform.putReading(documentId, reading(kind, scan));
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
