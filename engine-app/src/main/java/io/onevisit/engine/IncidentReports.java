package io.onevisit.engine;

import io.onevisit.engine.IncidentRecords.Kind;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes each of the engine's incidents down, in a sentence, in the transaction that makes it. */
@Component
class IncidentReports extends AbstractProcessEnginePlugin {

    private final ObjectProvider<IncidentRecords> records;
    private final Clock time;

    IncidentReports(ObjectProvider<IncidentRecords> records, Clock time) {
        this.records = records;
        this.time = time;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomIncidentHandlers(List.of(
                handler(org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE, Kind.STEP),
                handler(org.camunda.bpm.engine.runtime.Incident.EXTERNAL_TASK_HANDLER_TYPE, Kind.WORKER)));
    }

    private IncidentHandler handler(String type, Kind kind) {
        return new DefaultIncidentHandler(type) {
            @Override
            public Incident handleIncident(IncidentContext context, String message) {
                var incident = super.handleIncident(context, message);
                record(kind, context, incident, message);
                return incident;
            }

            @Override
            protected void removeIncident(IncidentContext context, boolean resolved) {
                // The engine asks this after each job and each external task; hardly ever is there one.
                var open = Context.getCommandContext()
                        .getIncidentManager()
                        .findIncidentByConfigurationAndIncidentType(
                                context.getConfiguration(), getIncidentHandlerType());
                if (open.isEmpty()) {
                    return;
                }
                super.removeIncident(context, resolved);
                records.getObject().ended(context.getConfiguration(), resolved, time.instant());
            }
        };
    }

    private void record(Kind kind, IncidentContext context, Incident incident, String message) {
        var execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        if (execution == null) {
            return; // a job of the engine's own, such as the history clean-up: the engine's log tells of it
        }
        var process = execution.getProcessDefinition();
        var activityId =
                context.getFailedActivityId() == null ? context.getActivityId() : context.getFailedActivityId();
        var element = process.findActivity(activityId);
        var label = element == null || element.getName() == null ? activityId : element.getName();
        var failure = kind == Kind.WORKER
                ? Failure.ofExternalTask(context.getConfiguration(), message)
                : Failure.ofJob(context.getConfiguration(), message);
        var key = execution.getProcessBusinessKey() == null ? "" : execution.getProcessBusinessKey();
        var processName = process.getName() == null ? process.getKey() : process.getName();
        records.getObject()
                .opened(
                        kind,
                        context.getConfiguration(),
                        processName,
                        new Incidents.Incident(
                                incident.getId(),
                                key,
                                process.getKey(),
                                execution.getProcessInstanceId(),
                                activityId,
                                label,
                                failure.topic(),
                                failure.worker(),
                                failure.sentence(label, processName, key),
                                failure.cause(),
                                time.instant(),
                                records.getObject().usualTries(kind),
                                null));
    }
}
