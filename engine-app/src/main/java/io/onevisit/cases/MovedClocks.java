package io.onevisit.cases;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.StandardLimits;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts and ends the clocks that hang on a case's moves (湖南省电子监察规则): the online pre-acceptance from submission
 * until somebody answered, the issue of the license from the decision; a case that ends without decision calls off
 * what was still open.
 */
@Component
class MovedClocks {

    private static final String WINDOW = "WINDOW";

    private final Clocks clocks;
    private final StandardLimits limits;

    MovedClocks(Clocks clocks, StandardLimits limits) {
        this.clocks = clocks;
        this.limits = limits;
    }

    @EventListener
    void on(CaseMoved moved) {
        var no = moved.caseNo();
        switch (moved.to()) {
            case SUBMITTED -> submitted(moved);
            case SUPPLEMENT_REQUESTED ->
                clocks.running(no, ClockKind.ONLINE_PREACCEPTANCE)
                        .ifPresent(key -> clocks.stop(key, "等待申请人补正", "行政许可法第三十二条", moved.at()));
            case PRECHECK_PASSED, PRECHECK_FAILED, RECEIVED, ACCEPTED -> answered(no, moved.at());
            case TRANSFERRED -> {
                answered(no, moved.at());
                callOff(moved, ClockKind.SPECIAL_PROCEDURE);
            }
            case GRANTED -> granted(moved.file(), moved.at());
            case NOT_APPLICABLE, ACCEPTANCE_REFUSED, RETURNED, WITHDRAWN, VOIDED ->
                callOff(
                        moved,
                        ClockKind.ONLINE_PREACCEPTANCE,
                        ClockKind.SPECIAL_PROCEDURE,
                        ClockKind.LINK,
                        ClockKind.LICENSE_ISSUE);
            default -> {}
        }
    }

    @EventListener
    void on(CaseLicensed licensed) {
        clocks.running(licensed.caseNo(), ClockKind.LICENSE_ISSUE).ifPresent(key -> clocks.finish(key, licensed.at()));
    }

    /** Only what came in online waits for a pre-acceptance; the applicant's own time for a supplement isn't the office's. */
    private void submitted(CaseMoved moved) {
        if (moved.file().channel().equals(WINDOW)) return;
        var running = clocks.running(moved.caseNo(), ClockKind.ONLINE_PREACCEPTANCE);
        if (running.isPresent()) clocks.resume(running.get(), moved.at());
        else start(ClockKind.ONLINE_PREACCEPTANCE, moved.file(), moved.at());
    }

    private void answered(String no, Instant at) {
        clocks.running(no, ClockKind.ONLINE_PREACCEPTANCE).ifPresent(key -> clocks.finish(key, at));
    }

    private void granted(CaseFile file, Instant at) {
        if (file.resultLicense() != null && file.licenseId() == null) start(ClockKind.LICENSE_ISSUE, file, at);
    }

    private void callOff(CaseMoved moved, ClockKind... kinds) {
        for (var kind : kinds)
            clocks.running(moved.caseNo(), kind)
                    .ifPresent(key -> clocks.callOff(key, "办件" + moved.to().label(), moved.at()));
    }

    private void start(ClockKind kind, CaseFile file, Instant at) {
        clocks.start(clocks.next(file.caseNo(), kind), limits.of(kind, file.region(), file.department()), at);
    }
}
