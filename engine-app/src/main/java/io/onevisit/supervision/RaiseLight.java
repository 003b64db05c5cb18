package io.onevisit.supervision;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a case's timer asks for: raise the light, if the ledger says that it has begun. */
@Component
class RaiseLight implements PlatformStep {

    private static final Logger log = LoggerFactory.getLogger(RaiseLight.class);

    private final DueLights lights;

    RaiseLight(DueLights lights) {
        this.lights = lights;
    }

    @Override
    public String name() {
        return Steps.RAISE_LIGHT;
    }

    /** An alarm that the ledger has overtaken raises nothing; the sweep raises the light at its new instant. */
    @Override
    public void run(StepContext context) {
        var wanted = context.text(Steps.Inputs.LIGHT);
        var raised = lights.raise(context.businessKey());
        if (raised.stream().noneMatch(card -> card.light().name().equalsIgnoreCase(wanted)))
            log.info(
                    "Alarm {} of case {} raised no card: not due by the ledger, or raised before",
                    wanted,
                    context.businessKey());
    }
}
