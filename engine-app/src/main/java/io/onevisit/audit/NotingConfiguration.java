package io.onevisit.audit;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts {@link NotingAdvice} around every endpoint that says {@link Noted}, outside its transactions. */
@Configuration(proxyBeanMethods = false)
class NotingConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor noting(ObjectProvider<Audit> audit, ObjectProvider<PlatformTransactionManager> transactions) {
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Noted.class), new NotingAdvice(audit, transactions));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // whose reach it is comes first
        return advisor;
    }

    /** Spring Security tells nobody of a refusal unless somebody publishes it. */
    @Bean
    AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }
}
