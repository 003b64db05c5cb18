package io.onevisit.operations;

import io.onevisit.engine.Incidents;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 重试异常: failed work gets more tries. */
@Component
class Retry implements Work {

    private static final int MOST_TRIES = 20;
    private static final int A_DAY = 24 * 60;

    private final Incidents incidents;

    Retry(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.RETRY;
    }

    @Override
    public List<String> told(Instructions instructions) {
        if (instructions.tries() < 1 || instructions.tries() > MOST_TRIES) {
            throw Problem.invalid("tries-range", "重试次数请填 1 至 %d。".formatted(MOST_TRIES))
                    .with("field", "tries");
        }
        if (instructions.spreadMinutes() < 0 || instructions.spreadMinutes() > A_DAY) {
            throw Problem.invalid("spread-range", "分散的时间请填 0 至 %d 分钟。".formatted(A_DAY))
                    .with("field", "spreadMinutes");
        }
        var told = new ArrayList<>(List.of("每项再试 %d 次".formatted(instructions.tries())));
        if (instructions.spreadMinutes() > 0) {
            told.add("分散在 %d 分钟内逐项重试".formatted(instructions.spreadMinutes()));
        }
        return told;
    }

    @Override
    public List<Target> targets(Instructions instructions, List<String> chosen, Reach reach) {
        return chosen.stream()
                .map(id -> incidents
                        .find(id)
                        .filter(found -> reach.holdsNumber(found.businessKey()))
                        .orElseThrow(() -> Problem.conflict("incident-unknown", "所选异常中有的已不存在或者不在您的管理范围内，请重新选择。")))
                .map(found -> new Target(found.businessKey(), found.processInstanceId(), found.id()))
                .toList();
    }

    /** Tried, a step of the platform is done there and then: so one sees whether what stood in its way is mended. */
    @Override
    public String carryOut(Instructions instructions, Line line, boolean trial) {
        if (!trial || !incidents.tryNow(line.incident())) {
            incidents.retry(line.incident(), new Incidents.Again(instructions.tries(), null));
        }
        return line.instance();
    }
}
