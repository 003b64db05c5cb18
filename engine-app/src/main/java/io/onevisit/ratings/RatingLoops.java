package io.onevisit.ratings;

import io.onevisit.engine.Processes;
import io.onevisit.processes.Groups;
import io.onevisit.processes.RatingAgain;
import io.onevisit.processes.RatingLoop;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts what a bad rating sets going, for those who handled it: 谁办理、谁负责. */
@Component
class RatingLoops {

    private final Processes processes;

    RatingLoops(Processes processes) {
        this.processes = processes;
    }

    void begin(Rating rating) {
        processes.start(
                RatingLoop.PROCESS,
                rating.no(),
                rating.city(),
                Map.of(
                        RatingLoop.Variables.NAMED,
                        rating.named(),
                        RatingLoop.Variables.RECTIFIED_AGAIN,
                        false,
                        RatingLoop.Variables.HANDLERS,
                        handlers(rating),
                        RatingLoop.Variables.HEADS,
                        heads(rating)));
    }

    /** A settled one whose rater is still not content: the head's turn, or the supervisor's where the head had it. */
    void beginAgain(Rating rating) {
        processes.start(
                RatingAgain.PROCESS,
                rating.no(),
                rating.city(),
                Map.of(
                        RatingAgain.Variables.RECTIFIED_AGAIN,
                        rating.handling().reopenedAt() != null,
                        RatingAgain.Variables.HANDLERS,
                        handlers(rating),
                        RatingAgain.Variables.HEADS,
                        heads(rating)));
    }

    private static String handlers(Rating rating) {
        return rating.department().isEmpty() ? Groups.WINDOW_CLERKS : Groups.ofDepartment(rating.department());
    }

    private static String heads(Rating rating) {
        return rating.department().isEmpty() ? Groups.SUPERVISORS : Groups.ofHead(rating.department());
    }
}
