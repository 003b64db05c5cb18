package io.onevisit.materials;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reader of scans fetches a document and brings back what it read and how the pages look. */
@RestController
@RequestMapping("/worker-api/documents/{id}")
class DocumentsWorkerController {

    private final Documents documents;
    private final DocumentPages pages;
    private final Evidence evidence;

    DocumentsWorkerController(Documents documents, DocumentPages pages, Evidence evidence) {
        this.documents = documents;
        this.pages = pages;
        this.evidence = evidence;
    }

    @GetMapping("/content")
    ResponseEntity<Resource> content(@PathVariable UUID id) {
        return documents.answer(id);
    }

    @PutMapping("/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, @RequestBody Reading reading) {
        documents.document(id);
        evidence.read(id, reading);
    }

    @PutMapping("/pages/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void page(@PathVariable UUID id, @PathVariable int number, InputStream png) {
        documents.document(id);
        pages.keep(id, number, png);
    }
}
