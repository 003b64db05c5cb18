package io.onevisit.portal;

import io.onevisit.delegation.MandatePapers;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Documents;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a signed 授权委托书 in, as a scan, before the mandate is given that names it. */
@RestController
class MandatePapersController {

    private final Accounts accounts;
    private final Documents documents;
    private final MandatePapers papers;

    MandatePapersController(Accounts accounts, Documents documents, MandatePapers papers) {
        this.accounts = accounts;
        this.documents = documents;
        this.papers = papers;
    }

    @PostMapping("/api/mandate-papers")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file) throws IOException {
        var person = accounts.current();
        try (var content = file.getInputStream()) {
            var document = documents.store(person.username(), file.getOriginalFilename(), content);
            papers.uploaded(document.id(), person);
            return new Uploaded(document.id(), document.name(), document.size(), document.type());
        }
    }

    record Uploaded(UUID id, String name, long size, String type) {}
}
