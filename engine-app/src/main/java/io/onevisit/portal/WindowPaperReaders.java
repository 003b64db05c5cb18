package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.papers.CounterPapers;
import io.onevisit.papers.Paper;
import io.onevisit.papers.PaperReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A clerk prints again what they gave out at their window. */
@Component
class WindowPaperReaders implements PaperReaders {

    private final JdbcClient sql;
    private final Applications applications;

    WindowPaperReaders(JdbcClient sql, Applications applications) {
        this.sql = sql;
        this.applications = applications;
    }

    @Override
    public boolean mayRead(Account person, Paper paper) {
        if (!person.is(Role.CLERK)) {
            return false;
        }
        if (paper.applicationNo() == null) {
            return sql.sql("select exists (select from counter_notice where paper_no = ? and clerk = ?)")
                    .params(paper.no(), person.username())
                    .query(Boolean.class)
                    .single();
        }
        return CounterPapers.isReceipt(paper)
                && applications
                        .find(paper.applicationNo())
                        .filter(application -> person.username().equals(application.intakeBy()))
                        .isPresent();
    }
}
