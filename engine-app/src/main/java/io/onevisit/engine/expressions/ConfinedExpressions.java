package io.onevisit.engine.expressions;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets models' expressions see {@link ModelBeans} and nothing of the application. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ConfinedExpressions extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;

    ConfinedExpressions(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(Map.of());
        engine.setExpressionManager(new Manager(beans));
    }

    private static final class Manager extends JuelExpressionManager {

        private final ModelBeans beans;

        Manager(ModelBeans beans) {
            super(Map.of());
            this.beans = beans;
        }

        @Override
        protected ELResolver createElResolver() {
            return new ConfinedResolver(beans);
        }

        /** The engine offers now(), dateTime() and the signed-in user; models have a clock of their own. */
        @Override
        public void addFunction(String name, Method function) {}
    }
}
