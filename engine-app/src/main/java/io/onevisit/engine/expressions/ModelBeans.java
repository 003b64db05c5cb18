package io.onevisit.engine.expressions;

import io.onevisit.engine.CaseClock;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.Tenants;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Everything a model's expression can name besides its variables: the platform's steps, {@code clock} and {@code tenants}. */
@Component
class ModelBeans implements SmartInitializingSingleton {

    private final ObjectProvider<PlatformStep> steps;
    private final ObjectProvider<CaseClock> clock;
    private final ObjectProvider<Tenants> tenants;
    private final ObjectProvider<Clock> time;
    private volatile Map<String, Object> byName;

    /** Providers, because the steps themselves use the engine that is being built. */
    ModelBeans(
            ObjectProvider<PlatformStep> steps,
            ObjectProvider<CaseClock> clock,
            ObjectProvider<Tenants> tenants,
            ObjectProvider<Clock> time) {
        this.steps = steps;
        this.clock = clock;
        this.time = time;
        this.tenants = tenants;
    }

    /** The bean of that name, {@code null} where the closed list has none. */
    Object get(Object name) {
        if (byName == null) {
            byName = collect();
        }
        return byName.get(name);
    }

    private Map<String, Object> collect() {
        var beans = new HashMap<String, Object>();
        beans.put("clock", new ClockQuestions(clock, time));
        beans.put("tenants", new TenantQuestions(tenants));
        steps.stream().forEach(step -> {
            if (beans.put(step.name(), new StepDelegate(step)) != null) {
                throw new IllegalStateException("Two platform steps or beans are called " + step.name());
            }
        });
        return beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        byName = collect();
    }
}
