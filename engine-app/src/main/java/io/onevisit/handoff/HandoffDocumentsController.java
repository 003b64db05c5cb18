package io.onevisit.handoff;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.handoff.Signature.Signed;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Materials;
import io.onevisit.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A department's system fetches the documents of the cases it was handed, signed as callbacks are with the document's id as body. */
@RestController
class HandoffDocumentsController {

    private final Signature signature;
    private final Documents documents;
    private final Materials materials;
    private final Cases cases;

    HandoffDocumentsController(Signature signature, Documents documents, Materials materials, Cases cases) {
        this.signature = signature;
        this.documents = documents;
        this.materials = materials;
        this.cases = cases;
    }

    @GetMapping("/api/handoff/documents/{id}")
    @Noted(value = Verb.GIVE_DOCUMENT, kind = Kind.DOCUMENT, number = "#id", who = "#department")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestHeader(name = "X-Department", defaultValue = "") String department,
            @RequestHeader(name = "X-Message-Id", defaultValue = "") String messageId,
            @RequestHeader(name = "X-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Signature", defaultValue = "") String given) {
        signature.check(
                new Signed(department, messageId, timestamp, given),
                id.toString().getBytes(StandardCharsets.US_ASCII));
        if (!handedTo(department, id)) {
            throw Problem.notFound("document-unknown", "没有找到该文件。");
        }
        return documents.answer(id);
    }

    private boolean handedTo(String department, UUID documentId) {
        return materials.with(documentId).stream()
                .flatMap(material -> material.caseNos().stream())
                .flatMap(caseNo -> cases.find(caseNo).stream())
                .anyMatch(file -> file.department().equals(department));
    }
}
