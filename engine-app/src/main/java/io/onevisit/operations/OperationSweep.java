package io.onevisit.operations;

import java.util.ArrayDeque;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what was asked for and agreed to, a portion of each operation in turn. */
@Component
class OperationSweep {

    private static final Logger log = LoggerFactory.getLogger(OperationSweep.class);

    private final OperationRows operations;
    private final OperationRuns runs;

    OperationSweep(OperationRows operations, OperationRuns runs) {
        this.operations = operations;
        this.runs = runs;
    }

    @Scheduled(
            initialDelayString = "${onevisit.operations.first-sweep:10s}",
            fixedDelayString = "${onevisit.operations.sweep:1s}")
    @SchedulerLock(name = "operations")
    void goOn() {
        var waiting = new ArrayDeque<>(operations.inState(OperationState.CHECKING, OperationState.RUNNING));
        while (!waiting.isEmpty()) {
            var operation = waiting.poll();
            if (advances(operation)) waiting.add(operation);
        }
    }

    /** What fails is tried again by the next sweep; the other operations go on. */
    private boolean advances(Operation operation) {
        try {
            return runs.advance(operation.no());
        } catch (RuntimeException failed) {
            log.warn("{} does not go on for the moment", operation.name(), failed);
            return false;
        }
    }
}
