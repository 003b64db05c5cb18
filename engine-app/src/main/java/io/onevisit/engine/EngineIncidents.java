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

    private static final int WORKER_TRIES = 4;

    private final IncidentRecords records;
    private final ManagementService jobs;
    private final ExternalTaskService work;
    private final JobsNow now;
    private final EngineProperties properties;
    private final Clock time;

    EngineIncidents(
            IncidentRecords records,
            ManagementService jobs,
            ExternalTaskService work,
            JobsNow now,
            EngineProperties properties,
            Clock time) {
        this.records = records;
        this.jobs = jobs;
        this.work = work;
        this.now = now;
        this.properties = properties;
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
    @Transactional
    public void retry(String incidentId) {
        var subject = open(incidentId);
        retry(subject, subject.kind() == IncidentRecords.Kind.STEP ? properties.tries() : WORKER_TRIES);
    }

    @Override
    @Transactional
    public void retry(String incidentId, int tries) {
        retry(open(incidentId), tries);
    }

    private void retry(IncidentRecords.Subject subject, int tries) {
        switch (subject.kind()) {
            case STEP ->
                jobs.setJobRetries(tries)
                        .jobId(subject.id())
                        .dueDate(Date.from(time.instant()))
                        .execute();
            case WORKER -> work.setRetries(subject.id(), tries);
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

    private static Problem ended() {
        return Problem.conflict("incident-ended", "这个异常已经处理过了，请刷新列表。");
    }
}
