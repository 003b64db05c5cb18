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
    private final EngineProperties properties;
    private final Clock time;

    EngineIncidents(
            IncidentRecords records,
            ManagementService jobs,
            ExternalTaskService work,
            EngineProperties properties,
            Clock time) {
        this.records = records;
        this.jobs = jobs;
        this.work = work;
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
        var subject = records.openSubject(incidentId)
                .orElseThrow(() -> Problem.conflict("incident-ended", "这个异常已经处理过了，请刷新列表。"));
        switch (subject.kind()) {
            case STEP ->
                jobs.setJobRetries(properties.tries())
                        .jobId(subject.id())
                        .dueDate(Date.from(time.instant()))
                        .execute();
            case WORKER -> work.setRetries(subject.id(), WORKER_TRIES);
        }
    }
}
