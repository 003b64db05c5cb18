package io.onevisit.tasks;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Talks;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reaches;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What officers do with tasks besides answering them: hand on, ask colleagues, send back, several at once. */
@RestController
@RequestMapping("/api/tasks")
class WorkController {

    private final Accounts accounts;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final HandingOn handingOn;
    private final Opinions opinions;
    private final StepsBack stepsBack;
    private final Copies copies;
    private final Remarks remarks;
    private final TaskTalks talks;
    private final ClockForecasts forecasts;
    private final OpenTasks openTasks;
    private final Bulk bulk;
    private final TaskDiagrams diagrams;
    private final TaskSignals signals;

    WorkController(
            Accounts accounts,
            Tasks tasks,
            Colleagues colleagues,
            HandingOn handingOn,
            Opinions opinions,
            StepsBack stepsBack,
            Copies copies,
            Remarks remarks,
            TaskTalks talks,
            ClockForecasts forecasts,
            OpenTasks openTasks,
            Bulk bulk,
            TaskDiagrams diagrams,
            TaskSignals signals) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.handingOn = handingOn;
        this.opinions = opinions;
        this.stepsBack = stepsBack;
        this.copies = copies;
        this.remarks = remarks;
        this.talks = talks;
        this.forecasts = forecasts;
        this.openTasks = openTasks;
        this.bulk = bulk;
        this.diagrams = diagrams;
        this.signals = signals;
    }

    @PlatformWork("同事的岗位不在本人可见范围内；任务先按本人的岗位和地区查找")
    @GetMapping("/{id}/colleagues")
    List<Colleagues.Colleague> colleagues(@PathVariable String id) {
        var officer = accounts.current();
        return colleagues.of(officer, tasks.get(officer, id));
    }

    @PostMapping("/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.HAND_ON, kind = Kind.TASK, number = "#id", why = "#wanted.reason()")
    void handOn(@PathVariable String id, @RequestBody HandOn wanted) {
        handingOn.handOn(accounts.current(), id, wanted.to(), wanted.reason());
    }

    @PostMapping("/{id}/asks")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.ASK_COLLEAGUES, kind = Kind.TASK, number = "#id")
    List<Opinion> ask(@PathVariable String id, @RequestBody Ask wanted) {
        return opinions.ask(accounts.current(), id, OpinionKind.named(wanted.kind()), wanted.of(), wanted.question());
    }

    @PostMapping("/{id}/asks/{ask}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.GIVE_OPINION, kind = Kind.TASK, number = "#id")
    void answer(@PathVariable String id, @PathVariable long ask, @RequestBody Said said) {
        opinions.answer(accounts.current(), id, ask, said.agrees(), said.opinion());
    }

    @PostMapping("/{id}/asks/{ask}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.ASK_NO_LONGER, kind = Kind.TASK, number = "#id", why = "#wanted.reason()")
    void withdraw(@PathVariable String id, @PathVariable long ask, @RequestBody Reason wanted) {
        opinions.withdraw(accounts.current(), id, ask, wanted.reason());
    }

    @PostMapping("/{id}/step-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.SEND_BACK, kind = Kind.TASK, number = "#id", why = "#wanted.reason()")
    void back(@PathVariable String id, @RequestBody Back wanted) {
        stepsBack.back(accounts.current(), id, wanted.to(), wanted.reason(), wanted.straight());
    }

    @PostMapping("/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.COPY_TASK, kind = Kind.TASK, number = "#id")
    List<Copies.Copy> copy(@PathVariable String id, @RequestBody Copied wanted) {
        return copies.send(accounts.current(), id, wanted.to(), wanted.words());
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.NOTE_ON_TASK, kind = Kind.TASK, number = "#id")
    List<Remarks.Remark> note(@PathVariable String id, @RequestBody Remarked wanted) {
        return remarks.add(accounts.current(), id, wanted.text());
    }

    @PostMapping("/{id}/talk")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.ANSWER_APPLICANT, kind = Kind.TASK, number = "#id")
    List<Talks.Said> answerApplicant(@PathVariable String id, @RequestBody Remarked wanted) {
        return talks.answer(accounts.current(), id, wanted.text());
    }

    @GetMapping("/{id}/clock-preview")
    ClockForecasts.Shown forecast(
            @PathVariable String id,
            @RequestParam Clocks.Move change,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "") String kind) {
        return forecasts.of(accounts.current(), id, change, days, until, kind);
    }

    @GetMapping("/{id}/diagram")
    TaskDiagrams.Diagram diagram(@PathVariable String id) {
        return diagrams.of(tasks.get(accounts.current(), id));
    }

    @PostMapping("/{id}/presence")
    @Reaches(kind = Kind.TASK, number = "#id")
    List<OpenTasks.Reader> open(@PathVariable String id) {
        return openTasks.open(accounts.current(), id);
    }

    /** Each of them is noted by itself. */
    @PlatformWork("每一项任务按本人的岗位和地区查找，逐项回避")
    @PostMapping("/bulk")
    Done bulk(@RequestBody Bulk.Wanted wanted) {
        return new Done(bulk.run(accounts.current(), wanted));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return signals.follow(accounts.current());
    }

    record HandOn(String to, String reason) {}

    record Ask(String kind, List<String> of, String question) {}

    record Said(boolean agrees, String opinion) {}

    record Reason(String reason) {}

    /** @param straight whether it comes back straight (直达), else by every step in between (重走) */
    record Back(String to, String reason, boolean straight) {}

    record Copied(List<String> to, String words) {}

    record Remarked(String text) {}

    record Done(List<Bulk.Row> rows) {}
}
