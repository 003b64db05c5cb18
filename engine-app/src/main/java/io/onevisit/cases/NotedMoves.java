package io.onevisit.cases;

import io.onevisit.audit.Audit;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Note;
import io.onevisit.audit.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every change of a case's state has its entry in the audit, whoever or whatever made it, in the same transaction. */
@Component
class NotedMoves {

    private final Audit audit;

    NotedMoves(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void moved(CaseMoved move) {
        var from = move.from() == null ? "" : move.from().name();
        var about = CaseConcern.about(move.file(), from + ">" + move.to().name());
        audit.noteBy(
                move.who(),
                new Note(
                        Verb.MOVE_CASE,
                        Kind.CASE,
                        move.caseNo(),
                        about,
                        move.file().itemName()));
    }
}
