package io.onevisit.portal;

import io.onevisit.identity.Account;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import io.onevisit.materials.Material;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who handed a document in may see it. */
@Component
class OwnDocuments implements DocumentReaders {

    @Override
    public boolean mayRead(Account person, Document document, List<Material> uses) {
        return document.owner().equals(person.username());
    }
}
