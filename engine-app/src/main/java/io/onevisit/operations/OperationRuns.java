package io.onevisit.operations;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes operations further by a portion: tries what is untried, does what is ready. Each process is a transaction of its
 * own that writes its line too, so whatever stops the server, nothing is done twice and nothing is forgotten.
 */
@Component
class OperationRuns {

    private final OperationRows operations;
    private final LineRows lines;
    private final Attempt attempt;
    private final OperationsProperties limits;
    private final TransactionTemplate transaction;

    OperationRuns(
            OperationRows operations,
            LineRows lines,
            Attempt attempt,
            OperationsProperties limits,
            PlatformTransactionManager transactions) {
        this.operations = operations;
        this.lines = lines;
        this.attempt = attempt;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether there is more to do at once */
    boolean advance(long no) {
        var operation = operations.get(no);
        return switch (operation.state()) {
            case CHECKING -> check(operation);
            case RUNNING -> run(operation);
            default -> false;
        };
    }

    private boolean check(Operation operation) {
        var portion = lines.next(operation.no(), LineState.UNTRIED, limits.portion());
        portion.forEach(line -> attempt.rehearse(operation, line));
        return more(operation, LineState.UNTRIED, OperationState.CHECKING, OperationState.CHECKED);
    }

    private boolean run(Operation operation) {
        var portion = lines.next(operation.no(), LineState.READY, limits.portion());
        for (var line : portion) {
            attempt.perform(operation, line);
        }
        return more(operation, LineState.READY, OperationState.RUNNING, OperationState.DONE) && !portion.isEmpty();
    }

    private boolean more(Operation operation, LineState left, OperationState in, OperationState then) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (operations.lock(operation.no()).state() != in) {
                return false;
            }
            if (lines.any(operation.no(), left)) {
                return true;
            }
            operations.enter(operation.no(), then);
            return false;
        }));
    }
}
