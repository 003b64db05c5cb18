package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import io.onevisit.materials.Material;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer may see the documents that an application or a case with a task of theirs was handed. */
@Component
class DocumentsAtWork implements DocumentReaders {

    private final Tasks tasks;

    DocumentsAtWork(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean mayRead(Account person, Document document, List<Material> uses) {
        return uses.stream().anyMatch(material -> tasks.concern(person, material.applicationNo(), material.caseNos()));
    }
}
