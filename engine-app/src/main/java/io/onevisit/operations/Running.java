package io.onevisit.operations;

import io.onevisit.engine.InstanceMoves;
import io.onevisit.engine.InstanceMoves.Waiting;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.util.List;

/** Processes that run on one edition. */
final class Running {

    private Running() {}

    static List<Target> targets(InstanceMoves moves, String edition, List<String> chosen, Reach reach) {
        return chosen.stream()
                .map(instance -> moves.find(instance)
                        .filter(found -> reach.holdsNumber(found.businessKey()))
                        .orElseThrow(() -> Problem.conflict("instance-ended", "所选流程中有的已经结束或者不在您的管理范围内，请重新选择。")))
                .map(found -> new Target(on(found, edition).businessKey(), found.instance(), null))
                .toList();
    }

    /** A 409 problem where the process has ended or moved to another edition. */
    static void still(InstanceMoves moves, Line line, String edition) {
        on(moves.find(line.instance()).orElseThrow(InstanceMoves::gone), edition);
    }

    private static Waiting on(Waiting found, String edition) {
        if (!found.edition().equals(edition)) {
            throw Problem.conflict("other-edition", "办件 %s 的流程不在所选的版本上。".formatted(found.businessKey()));
        }
        return found;
    }
}
