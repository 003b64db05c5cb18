package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Incidents} from the platform's own records, retried on the engine. */
@Component
class EngineIncidents implements Incidents {

    private final IncidentRecords records;
    private final ManagementService jobs;
    private final ExternalTaskService work;
    private final JobsNow now;
    private final Clock time;

    EngineIncidents(
            IncidentRecords records, ManagementService jobs, ExternalTaskService work, JobsNow now, Clock time) {
        this.records = records;
        this.jobs = jobs;
        this.work = work;
        this.now = now;
        this.time = time;
    }

    @Override
    public List<Incident> open() {
        return records.open();
    }

    @Override
    public Optional<Incident> find(String incidentId) {
        return records.find(incidentId);
    }

    @Override
    public List<Incident> of(String processInstanceId) {
        return records.of(processInstanceId);
    }

    @Override
    @Transactional
    public void retry(String incidentId, Again again) {
        var subject = open(incidentId);
        var due = again.at() == null ? time.instant() : again.at();
        if (subject.kind() == IncidentRecords.Kind.WORKER && due.isAfter(time.instant())) {
            throw Problem.invalid("retry-only-at-once", "由任务处理程序办理的环节只能立即重试，请不要填写重试时间。")
                    .with("field", "at");
        }
        switch (subject.kind()) {
            case STEP ->
                jobs.setJobRetries(tries(again, records.usualTries(subject.kind())))
                        .jobId(subject.id())
                        .dueDate(Date.from(due))
                        .execute();
            case WORKER -> work.setRetries(subject.id(), tries(again, records.usualTries(subject.kind())));
        }
    }

    @Override
    @Transactional
    public boolean tryNow(String incidentId) {
        var subject = open(incidentId);
        if (subject.kind() == IncidentRecords.Kind.WORKER) {
            return false;
        }
        if (!now.now(subject.id())) {
            throw ended();
        }
        return true;
    }

    private IncidentRecords.Subject open(String incidentId) {
        return records.openSubject(incidentId).orElseThrow(EngineIncidents::ended);
    }

    @Override
    @Transactional
    public void care(String incidentId, Care care) {
        if (!records.care(incidentId, care)) {
            throw ended();
        }
    }

    private static int tries(Again again, int usual) {
        return again.tries() == null ? usual : again.tries();
    }

    private static Problem ended() {
        return Problem.conflict("incident-ended", "这个异常已经处理过了，请刷新列表。");
    }
}
