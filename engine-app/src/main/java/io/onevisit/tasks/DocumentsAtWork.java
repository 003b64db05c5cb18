package io.onevisit.tasks;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.delegation.MandatePapers;
import io.onevisit.identity.Account;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import io.onevisit.materials.Material;
import io.onevisit.parties.Agreements;
import io.onevisit.publicity.Objections;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer may see the documents that an application or a case with a task of theirs was handed, is applied for by, is objected to with, or a second person signed. */
@Component
class DocumentsAtWork implements DocumentReaders {

    private final Tasks tasks;
    private final MandatePapers papers;
    private final Applications applications;
    private final Cases cases;
    private final Objections objections;
    private final Agreements agreements;

    DocumentsAtWork(
            Tasks tasks,
            MandatePapers papers,
            Applications applications,
            Cases cases,
            Objections objections,
            Agreements agreements) {
        this.tasks = tasks;
        this.papers = papers;
        this.applications = applications;
        this.cases = cases;
        this.objections = objections;
        this.agreements = agreements;
    }

    @Override
    public boolean mayRead(Account person, Document document, List<Material> uses) {
        return uses.stream().anyMatch(material -> tasks.concern(person, material.applicationNo(), material.caseNos()))
                || papers.mandateOf(document.id()).stream()
                        .flatMap(mandate -> applications.under(mandate).stream())
                        .anyMatch(no -> tasks.concern(person, no, casesOf(no)))
                || objections
                        .caseWith(document.id())
                        .filter(no -> tasks.concern(person, cases.get(no).applicationNo(), List.of(no)))
                        .isPresent()
                || agreements
                        .applicationWith(document.id())
                        .filter(no -> tasks.concern(person, no, casesOf(no)))
                        .isPresent();
    }

    private List<String> casesOf(String applicationNo) {
        return cases.ofApplication(applicationNo).stream().map(CaseFile::caseNo).toList();
    }
}
