package io.onevisit.materials;

import io.onevisit.identity.Account;
import java.util.List;

/** One reason for which somebody may read a document: it is theirs, or it belongs to what they are working on. */
public interface DocumentReaders {

    /** @param uses the materials the document was handed in for */
    boolean mayRead(Account person, Document document, List<Material> uses);
}
