package io.onevisit.edge;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.onevisit.problems.ProblemAnswer;
import io.onevisit.problems.Sentences;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The order of the edge: number, headers, shape, size, budget of the address; then sign-in; then the person's budget. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;
    private static final int AFTER_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<Filter> numbered() {
        return on(EnumSet.allOf(DispatcherType.class), FIRST, new Numbered());
    }

    @Bean
    FilterRegistrationBean<Filter> answerHeaders(EdgeProperties edge) {
        var headers = new HeaderWriterFilter(List.of(new AnswerHeaders(edge.contentSecurityPolicy()))) {
            /** What the container refuses comes to us as an error only. */
            @Override
            protected boolean shouldNotFilterErrorDispatch() {
                return false;
            }
        };
        return on(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), FIRST + 1, headers);
    }

    @Bean
    FilterRegistrationBean<Filter> queries() {
        return requests(FIRST + 2, new Queries());
    }

    @Bean
    FilterRegistrationBean<Filter> bodies(EdgeProperties edge) {
        return requests(FIRST + 3, new Bodies(edge));
    }

    @Bean
    Budgets budgets(EdgeProperties edge) {
        return new Budgets(edge.budgets(), TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    FilterRegistrationBean<Filter> budgetsOfAddresses(Budgets budgets, MeterRegistry figures) {
        return requests(FIRST + 4, BudgetFilter.ofAddresses(budgets, figures));
    }

    @Bean
    FilterRegistrationBean<Filter> budgetsOfPersons(Budgets budgets, MeterRegistry figures) {
        return requests(AFTER_SIGN_IN, BudgetFilter.ofPersons(budgets, figures));
    }

    @Bean
    FilterRegistrationBean<Filter> budgetsOfClients(Budgets budgets, MeterRegistry figures) {
        return requests(AFTER_SIGN_IN + 1, BudgetFilter.ofClients(budgets, figures));
    }

    /** No JSON of ours is deeper, longer or has longer numbers; whole files of models come as texts. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer jsonWithinLimits() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(60)
                .maxNumberLength(100)
                .maxNameLength(1_000)
                .maxStringLength(4 * 1024 * 1024)
                .maxTokenCount(2_000_000)
                .maxDocumentLength(40L * 1024 * 1024)
                .build();
        return json -> json.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(limits));
    }

    /** Answers at once: the way over /error would be refused again for the same header or method. */
    @Bean
    RequestRejectedHandler refusedByTheFirewall() {
        return (request, response, refusal) -> ProblemAnswer.write(
                response, HttpStatus.BAD_REQUEST, "request-refused", Sentences.of(HttpStatus.BAD_REQUEST.value()));
    }

    @Bean
    CookieSameSiteSupplier cookiesStayHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerErrors.class.getName());
            }
        });
    }

    private static FilterRegistrationBean<Filter> requests(int order, Filter filter) {
        return on(EnumSet.of(DispatcherType.REQUEST), order, filter);
    }

    private static FilterRegistrationBean<Filter> on(EnumSet<DispatcherType> dispatches, int order, Filter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(dispatches);
        registration.setOrder(order);
        return registration;
    }
}
