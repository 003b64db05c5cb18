package io.onevisit.operations;

import io.onevisit.engine.Editions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.operations.OperationRows.Act;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with operations: each act from the states that allow it, once. */
@Component
class Operations {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;

    private final Map<OperationKind, Work> works;
    private final OperationRows rows;
    private final LineRows lines;
    private final Editions editions;
    private final OperationsProperties limits;

    Operations(List<Work> works, OperationRows rows, LineRows lines, Editions editions, OperationsProperties limits) {
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.rows = rows;
        this.lines = lines;
        this.editions = editions;
        this.limits = limits;
    }

    /** Begins with the trial of each chosen process. */
    @Transactional
    public Operation ask(Account who, OperationKind kind, Instructions instructions, List<String> chosen) {
        mayAsk(who, kind);
        var work = works.get(kind);
        var told = work.told(instructions);
        var targets = work.targets(instructions, chosen.stream().distinct().toList(), Reach.of(who));
        if (targets.isEmpty()) {
            throw Problem.invalid("targets-missing", "请至少选择一项。").with("field", "chosen");
        }
        if (targets.size() > limits.most()) {
            throw Problem.invalid("targets-many", "一次最多 %d 项，请缩小范围分次办理。".formatted(limits.most()))
                    .with("field", "chosen");
        }
        var edition = instructions.edition().isEmpty()
                ? ""
                : editions.get(instructions.edition()).label();
        var no = rows.add(kind, instructions, edition, told, who);
        lines.add(no, targets);
        rows.acted(no, who, Act.ASK, "%d 项".formatted(targets.size()));
        return rows.get(no);
    }

    /** Supervisors may have failed work tried again; to move processes is the operators' part. */
    private static void mayAsk(Account who, OperationKind kind) {
        if (kind != OperationKind.RETRY && !who.is(Role.OPERATOR)) {
            throw Problem.forbidden("operators-only", "只有运维人员可以%s；监察人员可以复核。".formatted(kind.label()));
        }
    }

    /** Tried once more, for much may have happened since. */
    @Transactional
    public void check(Account who, long no) {
        own(who, from(no, OperationState.CHECKED));
        lines.untried(no);
        rows.enter(no, OperationState.CHECKING);
        rows.acted(no, who, Act.CHECK, "");
    }

    /** @return the operation, running or waiting for a second person */
    @Transactional
    public Operation submit(Account who, long no, String reason) {
        own(who, from(no, OperationState.CHECKED));
        var why = reason(reason, "请写明理由，%d 至 %d 个字；它会记入每个办件的办理记录。");
        var ready = ready(no);
        if (ready == 0) {
            throw Problem.conflict("nothing-ready", "没有一项可以办，请调整后重新发起。");
        }
        rows.reason(no, why);
        rows.acted(no, who, Act.SUBMIT, why);
        if (ready > limits.aloneUpTo()) {
            rows.enter(no, OperationState.WAITING);
        } else {
            begin(no);
        }
        return rows.get(no);
    }

    @Transactional
    public void approve(Account who, long no) {
        second(who, from(no, OperationState.WAITING));
        rows.acted(no, who, Act.APPROVE, "");
        begin(no);
    }

    @Transactional
    public void refuse(Account who, long no, String reason) {
        second(who, from(no, OperationState.WAITING));
        rows.acted(no, who, Act.REFUSE, reason(reason, "请写明不同意的理由，%d 至 %d 个字。"));
        rows.enter(no, OperationState.REFUSED);
    }

    @Transactional
    public void pause(Account who, long no) {
        from(no, OperationState.RUNNING);
        rows.enter(no, OperationState.PAUSED);
        rows.acted(no, who, Act.PAUSE, "");
    }

    @Transactional
    public void resume(Account who, long no) {
        from(no, OperationState.PAUSED);
        rows.enter(no, OperationState.RUNNING);
        rows.acted(no, who, Act.RESUME, "");
    }

    /** What is done stays done; the rest is left as it is. */
    @Transactional
    public void stop(Account who, long no) {
        from(no, OperationState.RUNNING, OperationState.PAUSED);
        lines.leaveRest(no, "操作被 %s 停止，没有动它。".formatted(who.name()));
        rows.enter(no, OperationState.STOPPED);
        rows.acted(no, who, Act.STOP, "");
    }

    /** Before anything was done. */
    @Transactional
    public void drop(Account who, long no) {
        own(who, from(no, OperationState.CHECKING, OperationState.CHECKED, OperationState.WAITING));
        rows.enter(no, OperationState.DROPPED);
        rows.acted(no, who, Act.DROP, "");
    }

    /** Whether so many need a second person. */
    boolean needsSecond(int ready) {
        return ready > limits.aloneUpTo();
    }

    int aloneUpTo() {
        return limits.aloneUpTo();
    }

    private void begin(long no) {
        rows.enter(no, OperationState.RUNNING);
        var minutes = rows.get(no).instructions().spreadMinutes();
        if (minutes > 0) {
            lines.spread(no, Duration.ofMinutes(minutes));
        }
    }

    private int ready(long no) {
        return lines.counts(no).getOrDefault(LineState.READY, 0);
    }

    private Operation from(long no, OperationState... allowed) {
        var operation = rows.lock(no);
        if (!List.of(allowed).contains(operation.state())) {
            throw Problem.conflict(
                    "operation-state",
                    "这项操作%s，不能这样办，请刷新后再看。".formatted(operation.state().label()));
        }
        return operation;
    }

    private static void own(Account who, Operation operation) {
        if (!operation.askedBy().equals(who.username())) {
            throw Problem.forbidden("operation-others", "这项操作由 %s 发起，请由其本人办理。".formatted(operation.askedName()));
        }
    }

    /** Two people: who asked does not agree to it, under whatever post. */
    private static void second(Account who, Operation operation) {
        if (operation.askedBy().equals(who.username())) {
            throw Problem.forbidden("second-person", "这项操作由您本人发起，须由另一名运维或监察人员复核。");
        }
    }

    private static String reason(String given, String missing) {
        var why = given == null ? "" : given.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw Problem.invalid("reason-missing", missing.formatted(SHORTEST_REASON, LONGEST_REASON))
                    .with("field", "reason");
        }
        return why;
    }
}
