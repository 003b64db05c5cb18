package io.onevisit.workers.handoff;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Refused;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Unavailable;
import io.onevisit.workers.Worker;
import java.util.Map;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;

/**
 * Carries a case to its department. Nobody can know whether an earlier try got through (the answer may be lost, or we
 * may have been killed), so the department is asked for the message's key before anything is sent.
 */
@Component
class DepartmentHandoff extends Worker {

    private static final int NO_ANSWER = 0;
    private static final int CONFLICT = 409;

    private final Platform platform;
    private final DepartmentLine line;

    DepartmentHandoff(Platform platform, DepartmentLine line, Retry retry) {
        super(Topics.DEPARTMENT_HANDOFF, retry);
        this.platform = platform;
        this.line = line;
    }

    /** More than two departments that stall can occupy, see {@link DepartmentLine}. */
    @Override
    public int hands() {
        return 6;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        var message = platform.handoff(task.getBusinessKey());
        if (message.alreadySent()) {
            return Map.of();
        }
        try {
            deliver(message);
        } catch (NotTried e) {
            throw e;
        } catch (Unavailable e) {
            platform.handedOver(message.messageKey(), NO_ANSWER, e.getMessage());
            throw e;
        }
        return Map.of();
    }

    private void deliver(Platform.Handoff message) {
        var receipt = line.receipt(message);
        if (receipt.isPresent()) {
            platform.handedOver(message.messageKey(), 200, receipt.get());
            return;
        }
        var answer = line.send(message);
        if (answer.status() == CONFLICT) { // it has the key, as another try of ours was faster
            var known = line.receipt(message);
            if (known.isPresent()) {
                platform.handedOver(message.messageKey(), 200, known.get());
                return;
            }
        }
        platform.handedOver(message.messageKey(), answer.status(), answer.body());
        if (!answer.accepted()) {
            throw new Refused("部门系统（%s）拒收办件 %s，答复 %d：%s"
                    .formatted(
                            message.department(),
                            message.messageKey().split(":")[0],
                            answer.status(),
                            answer.explanation()));
        }
    }
}
