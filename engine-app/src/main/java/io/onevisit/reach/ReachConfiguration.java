package io.onevisit.reach;

import io.onevisit.identity.Accounts;
import io.onevisit.vault.Vault;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts {@link ReachAdvice} around every endpoint, outside its transaction and its entry in the audit, {@link RecusalAdvice} inside both. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {

    private static final AnnotationMatchingPointcut ENDPOINTS =
            new AnnotationMatchingPointcut(RestController.class, RequestMapping.class, true);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor reaching(
            ObjectProvider<Accounts> accounts,
            ObjectProvider<Things> things,
            ObjectProvider<Vault> vault,
            ObjectProvider<Clock> time) {
        var advisor = new DefaultPointcutAdvisor(
                ENDPOINTS, new ReachAdvice(once(accounts), once(things), once(vault), once(time), new Rules()));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor standingBack(ObjectProvider<Accounts> accounts, ObjectProvider<Recusal> recusal) {
        var advisor =
                new DefaultPointcutAdvisor(ENDPOINTS, new RecusalAdvice(once(accounts), once(recusal), new Rules()));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // the audit lies between the two
        return advisor;
    }

    /** Beans are there when the first endpoint is called, not when its advice is made; looked for once. */
    private static <T> Supplier<T> once(ObjectProvider<T> bean) {
        return SingletonSupplier.of(bean::getObject);
    }
}
