package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer may see the documents of an application that has, or had, a task of theirs. */
@Component
class DocumentsAtWork implements DocumentReaders {

    private final Tasks tasks;

    DocumentsAtWork(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean mayRead(Account person, Document document, List<String> applications) {
        return tasks.concern(person, applications);
    }
}
