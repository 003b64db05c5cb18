package io.onevisit.tasks;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.FullNumbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasklist of clerks and approvers. */
@RestController
@RequestMapping("/api/tasks")
class TasksController {

    private static final int LARGEST_PAGE = 100;

    private final Accounts accounts;
    private final Tasks tasks;
    private final TaskPages pages;
    private final Completion completion;
    private final Reveals reveals;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final Clock time;

    TasksController(
            Accounts accounts,
            Tasks tasks,
            TaskPages pages,
            Completion completion,
            Reveals reveals,
            Catalogue catalogue,
            Clocks clocks,
            Clock time) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.pages = pages;
        this.completion = completion;
        this.reveals = reveals;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.time = time;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Rows list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var found = tasks.list(
                accounts.current(),
                new TaskFilter(view, light, FullNumbers.number(q).orElse(q.strip()), sort),
                Math.max(page, 0),
                Math.min(Math.max(size, 1), LARGEST_PAGE));
        var departments = catalogue.departmentNames();
        return new Rows(TaskRow.all(found.items(), departments, clocks, time.instant()), found.total());
    }

    @GetMapping("/{id}")
    @Noted(value = Verb.LOOK_TASK, kind = Kind.TASK, number = "#id")
    TaskPages.TaskPage one(@PathVariable String id) {
        return pages.of(accounts.current(), id);
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.CLAIM, kind = Kind.TASK, number = "#id")
    void claim(@PathVariable String id) {
        tasks.claim(accounts.current(), id);
    }

    @PostMapping("/{id}/unclaim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.UNCLAIM, kind = Kind.TASK, number = "#id")
    void unclaim(@PathVariable String id) {
        tasks.unclaim(accounts.current(), id);
    }

    @PostMapping("/{id}/completion")
    @Noted(value = Verb.ANSWER_TASK, kind = Kind.TASK, number = "#id")
    ResponseEntity<Waiting> complete(@PathVariable String id, @RequestBody Map<String, Object> answers) {
        return completion
                .complete(accounts.current(), id, answers)
                .map(names -> ResponseEntity.accepted().body(new Waiting(names)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** What a fact of a held task hides; the reason is kept. */
    @PostMapping("/{id}/reveal")
    @Noted(value = Verb.REVEAL, kind = Kind.TASK, number = "#id", why = "#wanted.reason()")
    Revealed reveal(@PathVariable String id, @RequestBody Reveal wanted) {
        return new Revealed(reveals.reveal(accounts.current(), id, wanted.fact(), wanted.reason()));
    }

    record Reveal(String fact, String reason) {}

    record Revealed(String value) {}

    /** Whose countersignature the answer waits for. */
    record Waiting(String waitsFor) {}

    record Rows(List<TaskRow> items, int total) {}
}
