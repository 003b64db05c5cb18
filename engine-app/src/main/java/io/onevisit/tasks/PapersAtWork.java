package io.onevisit.tasks;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.papers.Paper;
import io.onevisit.papers.PaperReaders;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer may read the papers of what they have or had a task about, and those of its whole application. */
@Component
class PapersAtWork implements PaperReaders {

    private final Tasks tasks;
    private final Cases cases;

    PapersAtWork(Tasks tasks, Cases cases) {
        this.tasks = tasks;
        this.cases = cases;
    }

    @Override
    public boolean mayRead(Account person, Paper paper) {
        if (paper.applicationNo() == null) { // told at a window before anything was applied for
            return false;
        }
        var about = paper.caseNo() == null
                ? cases.ofApplication(paper.applicationNo()).stream()
                        .map(CaseFile::caseNo)
                        .toList()
                : List.of(paper.caseNo());
        return tasks.concern(person, paper.applicationNo(), about);
    }
}
