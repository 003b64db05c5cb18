package io.onevisit.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.reach.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The batch centre: operations asked for, seen by a second person, steered and read. */
@RestController
@RequestMapping("/api/cockpit/operations")
class OperationsController {

    private static final int NEWEST = 200;
    private static final int LARGEST_PAGE = 200;

    private final Accounts accounts;
    private final Operations operations;
    private final OperationRows rows;
    private final LineRows lines;

    OperationsController(Accounts accounts, Operations operations, OperationRows rows, LineRows lines) {
        this.accounts = accounts;
        this.operations = operations;
        this.rows = rows;
        this.lines = lines;
    }

    /** @param states those in one of these, all where there are none */
    @GetMapping
    List<Summary> list(@RequestParam(defaultValue = "") List<OperationState> states) {
        var who = accounts.current();
        var reach = Reach.of(who);
        return rows.newest(reach.first(), reach.last(), states, NEWEST).stream()
                .map(found -> new Summary(
                        found.operation(), found.lines(), found.settled(), maySecond(who, found.operation())))
                .toList();
    }

    @GetMapping("/{no}")
    Page one(@PathVariable long no) {
        var who = accounts.current();
        var operation = rows.get(no);
        var counts = lines.counts(no);
        return new Page(
                operation,
                counts,
                rows.acts(no),
                operations.aloneUpTo(),
                operations.needsSecond(counts.getOrDefault(LineState.READY, 0)),
                operation.askedBy().equals(who.username()),
                maySecond(who, operation),
                operation.state() == OperationState.RUNNING ? lines.nextAt(no) : null);
    }

    /** @param state those in this one, all where it is left out */
    @GetMapping("/{no}/lines")
    List<Line> lines(
            @PathVariable long no,
            @RequestParam(required = false) LineState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        rows.get(no);
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        return lines.page(no, state, Math.max(page, 0) * most, most);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.PLAN_OPERATION, kind = Kind.OPERATION, number = "#result.no()")
    Operation ask(@RequestBody Wanted wanted) {
        return operations.ask(accounts.current(), wanted.kind(), wanted.instructions(), wanted.chosen());
    }

    @PostMapping("/{no}/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.PLAN_OPERATION, kind = Kind.OPERATION, number = "#no")
    void check(@PathVariable long no) {
        operations.check(accounts.current(), no);
    }

    @PostMapping("/{no}/submission")
    @Noted(value = Verb.SUBMIT_OPERATION, kind = Kind.OPERATION, number = "#no", why = "#given.reason()")
    Operation submit(@PathVariable long no, @RequestBody Given given) {
        return operations.submit(accounts.current(), no, given.reason());
    }

    @PostMapping("/{no}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.DECIDE_OPERATION, kind = Kind.OPERATION, number = "#no")
    void approve(@PathVariable long no) {
        operations.approve(accounts.current(), no);
    }

    @PostMapping("/{no}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.DECIDE_OPERATION, kind = Kind.OPERATION, number = "#no", why = "#given.reason()")
    void refuse(@PathVariable long no, @RequestBody Given given) {
        operations.refuse(accounts.current(), no, given.reason());
    }

    @PostMapping("/{no}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.STEER_OPERATION, kind = Kind.OPERATION, number = "#no")
    void pause(@PathVariable long no) {
        operations.pause(accounts.current(), no);
    }

    @PostMapping("/{no}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.STEER_OPERATION, kind = Kind.OPERATION, number = "#no")
    void resume(@PathVariable long no) {
        operations.resume(accounts.current(), no);
    }

    @PostMapping("/{no}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.STEER_OPERATION, kind = Kind.OPERATION, number = "#no")
    void stop(@PathVariable long no) {
        operations.stop(accounts.current(), no);
    }

    @PostMapping("/{no}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.STEER_OPERATION, kind = Kind.OPERATION, number = "#no")
    void drop(@PathVariable long no) {
        operations.drop(accounts.current(), no);
    }

    private static boolean maySecond(Account who, Operation operation) {
        return operation.state() == OperationState.WAITING
                && !operation.askedBy().equals(who.username())
                && (who.is(Role.OPERATOR) || who.is(Role.SUPERVISOR));
    }

    /** @param chosen ids as the choices told them */
    record Wanted(OperationKind kind, Instructions instructions, List<String> chosen) {}

    record Given(String reason) {}

    /** @param waitsForMe whether the caller may look at it as the second person */
    record Summary(@JsonUnwrapped Operation operation, int lines, int settled, boolean waitsForMe) {}

    /**
     * @param counts lines by their state
     * @param needsSecond whether so many as can be done need a second person
     * @param mine whether the caller asked for it
     * @param nextAt when the next process is due where they are spread over a time
     */
    record Page(
            @JsonUnwrapped Operation operation,
            Map<LineState, Integer> counts,
            List<OperationRows.Acted> acts,
            int aloneUpTo,
            boolean needsSecond,
            boolean mine,
            boolean waitsForMe,
            Instant nextAt) {}
}
