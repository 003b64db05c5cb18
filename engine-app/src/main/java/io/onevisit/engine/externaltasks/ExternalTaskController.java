package io.onevisit.engine.externaltasks;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The six calls of the external-task protocol, wire-compatible with the official Java and JavaScript clients. */
@RestController
@RequestMapping(path = "/engine/external-task")
class ExternalTaskController {

    private final LongPolls polls;
    private final Fetching fetching;
    private final Sightings sightings;
    private final ExternalTaskService work;

    ExternalTaskController(LongPolls polls, Fetching fetching, Sightings sightings, ExternalTaskService work) {
        this.polls = polls;
        this.fetching = fetching;
        this.sightings = sightings;
        this.work = work;
    }

    @PostMapping(path = "/fetchAndLock", produces = MediaType.APPLICATION_JSON_VALUE)
    DeferredResult<List<LockedTask>> fetchAndLock(@RequestBody Requests.FetchAndLock request) {
        fetching.refuseUnknown(request);
        sightings.seen(request);
        return polls.poll(request);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody Requests.Complete request) {
        work.complete(
                id, request.workerId(), Variable.read(request.variables()), Variable.read(request.localVariables()));
    }

    @PostMapping("/{id}/failure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void failure(@PathVariable String id, @RequestBody Requests.Failure request) {
        work.handleFailure(
                id,
                request.workerId(),
                Objects.requireNonNullElse(request.errorMessage(), "（任务处理程序没有说明原因）"),
                request.errorDetails(),
                Math.max(0, request.retries()),
                Math.max(0, request.retryTimeout()));
    }

    /** An error the model draws no path for is an incident: the engine refuses it, and the task must not come round again. */
    @PostMapping("/{id}/bpmnError")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bpmnError(@PathVariable String id, @RequestBody Requests.BpmnError request) {
        try {
            work.handleBpmnError(
                    id,
                    request.workerId(),
                    request.errorCode(),
                    request.errorMessage(),
                    Variable.read(request.variables()));
        } catch (ProcessEngineException refused) {
            if (!UncaughtError.is(refused)) {
                throw refused;
            }
            work.handleFailure(
                    id,
                    request.workerId(),
                    "流程没有为业务错误“%s”画出处理路径：%s"
                            .formatted(request.errorCode(), Objects.requireNonNullElse(request.errorMessage(), "")),
                    null,
                    0,
                    0);
        }
    }

    @PostMapping("/{id}/extendLock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extendLock(@PathVariable String id, @RequestBody Requests.ExtendLock request) {
        work.extendLock(id, request.workerId(), request.newDuration());
    }

    @PostMapping("/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String id) {
        work.unlock(id);
    }
}
