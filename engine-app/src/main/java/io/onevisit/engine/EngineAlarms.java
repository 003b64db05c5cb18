package io.onevisit.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/**
 * {@link Alarms} on the engine's timer jobs. A light timer is known by its element's id, which names the light. Timers
 * made earlier in the same transaction are not in the database yet and are found in the engine's cache.
 */
@Component
class EngineAlarms implements Alarms {

    /** A limit that has no instant for now (its clock stands still): the timer waits until it is dated again. */
    private static final Instant NOT_FOR_NOW = Instant.parse("2999-12-31T00:00:00Z");

    private final ProcessEngineConfigurationImpl engine;

    private final TimerRows rows;

    EngineAlarms(ProcessEngineConfigurationImpl engine, TimerRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    @Override
    public List<Timer> timers(Collection<String> businessKeys) {
        return rows.of(businessKeys);
    }

    @Override
    public int redate(Collection<Timer> timers) {
        return rows.redate(timers);
    }

    @Override
    public void redate(String caseNo, Instant blueAt, Instant yellowAt, Instant redAt) {
        inEngine(context -> {
            timer(context, caseNo).ifPresent(timer -> {
                var due =
                        switch (light(timer)) {
                            case "blue" -> blueAt;
                            case "yellow" -> yellowAt;
                            default -> redAt;
                        };
                timer.setDuedate(Date.from(due == null ? NOT_FOR_NOW : due));
            });
            return null;
        });
    }

    @Override
    public void redate(String businessKey, String element, Instant due) {
        inEngine(context -> {
            timers(context, businessKey)
                    .filter(timer -> element.equals(timer.getActivityId()))
                    .forEach(timer -> timer.setDuedate(Date.from(due == null ? NOT_FOR_NOW : due)));
            return null;
        });
    }

    @Override
    public Optional<Alarm> pending(String caseNo) {
        return inEngine(context -> timer(context, caseNo)
                .map(timer -> new Alarm(caseNo, light(timer), timer.getDuedate().toInstant())));
    }

    @Override
    public boolean restore(String caseNo, String light) {
        for (var process : rows.processesOf(caseNo)) {
            var tree = engine.getRuntimeService().getActivityInstance(process);
            var timer = tree == null ? null : waitsFor(light, tree.getProcessDefinitionId());
            if (timer == null || !(timer.getParentElement().getParentElement() instanceof SubProcess watched)) {
                continue;
            }
            for (var scope : tree.getActivityInstances(watched.getId())) {
                engine.getRuntimeService()
                        .createProcessInstanceModification(process)
                        .startBeforeActivity(timer.getId(), scope.getId())
                        .execute();
                return true;
            }
        }
        return false;
    }

    /** The timer of an event sub-process that waits for a light, {@code null} where a model has none. */
    private IntermediateCatchEvent waitsFor(String light, String edition) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(edition)
                .getModelElementsByType(IntermediateCatchEvent.class)
                .stream()
                .filter(event -> event.getId().toLowerCase(Locale.ROOT).startsWith(light))
                .filter(event -> event.getParentElement() instanceof SubProcess around && around.triggeredByEvent())
                .findFirst()
                .orElse(null);
    }

    private Optional<TimerEntity> timer(CommandContext context, String caseNo) {
        return timers(context, caseNo).filter(timer -> light(timer) != null).findFirst();
    }

    private Stream<TimerEntity> timers(CommandContext context, String businessKey) {
        return Stream.concat(stored(context, businessKey), cached(context, businessKey))
                .filter(timer -> !context.getDbEntityManager().isDeleted(timer));
    }

    private Stream<TimerEntity> stored(CommandContext context, String caseNo) {
        return rows.processesOf(caseNo).stream()
                .flatMap(process -> context.getJobManager().findJobsByProcessInstanceId(process).stream())
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast);
    }

    private static Stream<TimerEntity> cached(CommandContext context, String caseNo) {
        return context.getDbEntityManager().getCachedEntitiesByType(TimerEntity.class).stream()
                .filter(timer -> timer.getExecution() != null
                        && caseNo.equals(timer.getExecution().getProcessBusinessKey()));
    }

    private static String light(TimerEntity timer) {
        var element = timer.getActivityId() == null ? "" : timer.getActivityId().toLowerCase(Locale.ROOT);
        return Stream.of("blue", "yellow", "red")
                .filter(element::startsWith)
                .findFirst()
                .orElse(null);
    }

    private <T> T inEngine(Command<T> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
