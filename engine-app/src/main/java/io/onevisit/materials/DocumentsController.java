package io.onevisit.materials;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.RowView;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows documents to those who may read them; to everybody else they are not there. */
@RestController
@RequestMapping("/api/documents/{id}")
class DocumentsController {

    private final Accounts accounts;
    private final Documents documents;
    private final Materials materials;
    private final List<DocumentReaders> readers;

    DocumentsController(Accounts accounts, Documents documents, Materials materials, List<DocumentReaders> readers) {
        this.accounts = accounts;
        this.documents = documents;
        this.materials = materials;
        this.readers = readers;
    }

    @GetMapping("/content")
    @Noted(value = Verb.LOOK_DOCUMENT, kind = Kind.DOCUMENT, number = "#id")
    ResponseEntity<Resource> content(@PathVariable UUID id) {
        readable(id);
        return documents.answer(id);
    }

    /** The picture of one page of a PDF, as the reader of scans saw it. */
    @GetMapping("/pages/{number}")
    @Noted(value = Verb.LOOK_DOCUMENT, kind = Kind.DOCUMENT, number = "#id")
    ResponseEntity<Resource> page(@PathVariable UUID id, @PathVariable int number) {
        readable(id);
        return documents.pageAnswer(id, number);
    }

    private Document readable(UUID id) {
        var person = accounts.current();
        return documents
                .find(id)
                .filter(document -> {
                    // what it was handed in for, all of it: a use that is out of reach is still one
                    var uses = RowView.whole(() -> materials.with(id));
                    return readers.stream().anyMatch(reader -> reader.mayRead(person, document, uses));
                })
                .orElseThrow(() -> Problem.notFound("document-unknown", "没有找到该文件。"));
    }
}
