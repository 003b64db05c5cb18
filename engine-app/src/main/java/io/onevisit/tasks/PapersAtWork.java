package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.papers.Paper;
import io.onevisit.papers.PaperReaders;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer may read the papers of what they have or had a task about. */
@Component
class PapersAtWork implements PaperReaders {

    private final Tasks tasks;

    PapersAtWork(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean mayRead(Account person, Paper paper) {
        return tasks.concern(
                person, paper.applicationNo(), paper.caseNo() == null ? List.of() : List.of(paper.caseNo()));
    }
}
