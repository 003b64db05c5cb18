package io.onevisit.supervision;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a timer asks for: raise the light, if the ledger says that it has begun. The card is made as soon as the timer's own
 * work is committed, so that a fault of supervision never holds a case up; what fails then is made by the sweep.
 */
@Component
class RaiseLight implements PlatformStep {

    private static final Logger log = LoggerFactory.getLogger(RaiseLight.class);

    private final DueLights lights;
    private final ApplicationEventPublisher events;

    RaiseLight(DueLights lights, ApplicationEventPublisher events) {
        this.lights = lights;
        this.events = events;
    }

    @Override
    public String name() {
        return Steps.RAISE_LIGHT;
    }

    @Override
    public void run(StepContext context) {
        events.publishEvent(new LightDue(context.businessKey(), context.text(Steps.Inputs.LIGHT)));
    }

    /** An alarm that the ledger has overtaken raises nothing; the sweep raises the light at its new instant. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void raise(LightDue due) {
        try {
            var raised = lights.raise(due.no);
            if (raised.stream().noneMatch(card -> card.light().name().equalsIgnoreCase(due.light)))
                log.info("Alarm {} of {} raised no card: not due by the ledger, or raised before", due.light, due.no);
        } catch (RuntimeException failed) {
            log.warn("Alarm {} of {} raised no card; the sweep will", due.light, due.no, failed);
        }
    }

    record LightDue(String no, String light) {}
}
