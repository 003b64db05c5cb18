package io.onevisit.papers;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose case a paper is about, for the audit. */
@Component
class PaperConcern implements Concern {

    private final Papers papers;

    PaperConcern(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Kind kind() {
        return Kind.PAPER;
    }

    @Override
    public Optional<About> about(String no) {
        return papers.find(no)
                .map(paper -> new About(
                        Objects.requireNonNullElse(paper.applicationNo(), ""),
                        Objects.requireNonNullElse(paper.caseNo(), ""),
                        paper.title(),
                        ""));
    }
}
