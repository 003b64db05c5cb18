package io.onevisit.operations;

import io.onevisit.audit.Audit;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Note;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.cases.Numbers;
import io.onevisit.deadlines.LostAlarms;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Topics;
import io.onevisit.reach.Recusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One process of an operation, tried or done, in a transaction of its own. A trial is the very work, looked at and rolled
 * back: nothing leaves before a commit, neither to workers and departments nor to other servers.
 */
@Component
class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    /** Work that is held back may come one after the other; more of it than this is a loop of the model. */
    private static final int MOST_HELD = 20;

    private final Map<OperationKind, Work> works;
    private final OperationRows operations;
    private final LineRows lines;
    private final Footprints footprints;
    private final InstanceMoves moves;
    private final Soundness soundness;
    private final LostAlarms alarms;
    private final Locks locks;
    private final Cases cases;
    private final Accounts accounts;
    private final Recusal recusal;
    private final Audit audit;
    private final Clock now;
    private final TransactionTemplate transaction;

    Attempt(
            List<Work> works,
            OperationRows operations,
            LineRows lines,
            Footprints footprints,
            InstanceMoves moves,
            Soundness soundness,
            LostAlarms alarms,
            Locks locks,
            Cases cases,
            Accounts accounts,
            Recusal recusal,
            Audit audit,
            Clock now,
            PlatformTransactionManager transactions) {
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.operations = operations;
        this.lines = lines;
        this.footprints = footprints;
        this.moves = moves;
        this.soundness = soundness;
        this.alarms = alarms;
        this.locks = locks;
        this.cases = cases;
        this.accounts = accounts;
        this.recusal = recusal;
        this.audit = audit;
        this.now = now;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What would come of it; nothing is changed but the line, which keeps that. */
    void rehearse(Operation operation, Line line) {
        Outcome outcome;
        try {
            outcome = transaction.execute(status -> {
                try {
                    return act(operation, line, true);
                } finally {
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException refused) {
            outcome = barred(line, refused);
        }
        var found = outcome;
        transaction.executeWithoutResult(status -> {
            if (operations.stillIn(operation.no(), OperationState.CHECKING)) {
                lines.found(operation.no(), line.place(), found);
            }
        });
    }

    private Outcome barred(Line line, RuntimeException refused) {
        var stood = transaction.execute(
                status -> footprints.of(line.number(), line.instance()).places());
        return new Outcome(LineState.BARRED, null, stood, List.of(), List.of(), sentence(refused), "");
    }

    /** Does it, together with what its line keeps of it; whatever fails fails for this process alone. */
    void perform(Operation operation, Line line) {
        try {
            transaction.executeWithoutResult(status -> {
                // Whoever pauses or stops waits for this one process and finds it done.
                if (operations.stillIn(operation.no(), OperationState.RUNNING)) {
                    lines.found(operation.no(), line.place(), act(operation, line, false));
                }
            });
        } catch (Changed changed) {
            left(operation, line, LineState.LEFT_OUT, changed.getMessage());
        } catch (RuntimeException failed) {
            left(operation, line, LineState.FAILED, sentence(failed));
        }
    }

    private void left(Operation operation, Line line, LineState state, String note) {
        transaction.executeWithoutResult(status -> lines.left(operation.no(), line.place(), state, note));
    }

    private Outcome act(Operation operation, Line line, boolean trial) {
        hold(line.number());
        accounts.find(operation.askedBy()).ifPresent(who -> recusal.refuse(who, line.number()));
        var before = footprints.of(line.number(), line.instance());
        var mark = before.mark(line.number());
        if (!trial && !mark.equals(line.mark())) {
            throw new Changed("预演之后情况变了：当时在%s，现在在%s，没有再动它。".formatted(quoted(line.stood()), quoted(before.places())));
        }
        var others = line.instance() == null ? Set.<String>of() : moves.ready(line.instance());
        var instance = works.get(operation.kind()).carryOut(operation.instructions(), line, trial);
        var held = settle(operation, instance, before, others);
        if (isCase(line.number())) {
            alarms.restore(line.number());
        }
        var after = footprints.of(line.number(), instance);
        soundness.check(line.number(), before, after);
        if (!trial) {
            tell(operation, line.number(), before, after);
        }
        return new Outcome(
                trial ? LineState.READY : LineState.DONE,
                after.instance(),
                before.places(),
                after.places(),
                Consequences.between(before, after, held),
                "",
                mark);
    }

    /** An application, its cases, and below them everything else: the order in which everybody locks. */
    private void hold(String number) {
        if (number.startsWith("A")) {
            locks.application(number);
        } else if (isCase(number)) {
            locks.withApplication(number);
        }
    }

    private static boolean isCase(String number) {
        return !number.isEmpty() && Character.isDigit(number.charAt(0)) && Numbers.isValid(number);
    }

    /**
     * What was moved goes on until somebody is waited for, so that what was seen is what is done. What the operator does
     * not want repeated is taken as done on the way. Failed work is tried in its own time.
     */
    private List<String> settle(Operation operation, String instance, Footprint before, Set<String> others) {
        var held = new ArrayList<String>();
        if (operation.kind() == OperationKind.RETRY) {
            return held;
        }
        var topics = held(operation.instructions());
        moves.goOn(instance, others);
        for (var call = newCall(instance, topics, before); call != null; call = newCall(instance, topics, before)) {
            if (held.size() == MOST_HELD) {
                throw Problem.conflict("held-too-often", "不再发出的内容一环接一环没有尽头，请改为照常发出。");
            }
            held.add(call.activity());
            moves.skip(call.id());
            moves.goOn(instance, others);
        }
        return held;
    }

    private static Set<String> held(Instructions instructions) {
        var topics = new HashSet<String>();
        if (!instructions.tellAgain()) topics.add(Topics.NOTIFY_APPLICANT);
        if (!instructions.handOffAgain()) topics.add(Topics.DEPARTMENT_HANDOFF);
        return topics;
    }

    private InstanceMoves.Call newCall(String instance, Set<String> topics, Footprint before) {
        return topics.isEmpty() || instance == null
                ? null
                : moves.calls(instance).stream()
                        .filter(call ->
                                topics.contains(call.topic()) && !before.calls().containsKey(call.id()))
                        .findFirst()
                        .orElse(null);
    }

    private void tell(Operation operation, String number, Footprint before, Footprint after) {
        var detail = "%s：%s；由%s到%s"
                .formatted(operation.name(), operation.reason(), quoted(before.places()), quoted(after.places()));
        var application = number.startsWith("A");
        if (application || isCase(number)) {
            cases.journal(number, operation.askedName(), operation.kind().label(), detail, now.instant());
        }
        audit.noteBy(
                operation.askedName(),
                new Note(
                        Verb.REPAIR,
                        application ? Kind.APPLICATION : isCase(number) ? Kind.CASE : Kind.OPERATION,
                        number,
                        null,
                        operation.name() + "：" + operation.reason()));
    }

    private static String quoted(List<String> places) {
        return places.isEmpty() ? "（没有流程）" : "“" + String.join("、", places) + "”";
    }

    private static String sentence(RuntimeException failed) {
        for (Throwable one = failed; one != null; one = one.getCause()) {
            if (one instanceof Problem told) {
                return told.getMessage();
            }
        }
        log.warn("A process could not be moved", failed);
        for (Throwable one = failed; one != null; one = one.getCause()) {
            if (one.getMessage() != null && one.getMessage().codePoints().anyMatch(Character::isIdeographic)) {
                return one.getMessage();
            }
        }
        return "办不成：" + failed.getMessage();
    }

    private static final class Changed extends RuntimeException {
        Changed(String sentence) {
            super(sentence);
        }
    }
}
