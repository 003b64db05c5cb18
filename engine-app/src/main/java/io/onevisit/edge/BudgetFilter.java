package io.onevisit.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.onevisit.problems.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is over a budget. Stands twice: before sign-in for addresses, after it for persons and machines. */
final class BudgetFilter extends OncePerRequestFilter {

    private final Budgets budgets;
    private final MeterRegistry figures;
    private final String of;
    private final Function<EdgeProperties.Budget, Rate> rate;
    private final Function<HttpServletRequest, Optional<String>> sender;

    private BudgetFilter(
            Budgets budgets,
            MeterRegistry figures,
            String of,
            Function<EdgeProperties.Budget, Rate> rate,
            Function<HttpServletRequest, Optional<String>> sender) {
        this.budgets = budgets;
        this.figures = figures;
        this.of = of;
        this.rate = rate;
        this.sender = sender;
    }

    static BudgetFilter ofAddresses(Budgets budgets, MeterRegistry figures) {
        return new BudgetFilter(
                budgets,
                figures,
                "address",
                EdgeProperties.Budget::address,
                request -> Optional.of(Senders.address(request)));
    }

    static BudgetFilter ofPersons(Budgets budgets, MeterRegistry figures) {
        return new BudgetFilter(budgets, figures, "person", EdgeProperties.Budget::person, request -> Senders.person());
    }

    static BudgetFilter ofClients(Budgets budgets, MeterRegistry figures) {
        return new BudgetFilter(budgets, figures, "client", EdgeProperties.Budget::client, Senders::client);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var budget = budgets.of(request);
        var wait = budget.map(found -> wait(found, request)).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        figures.counter("onevisit.edge.refused", "budget", budget.get().name(), "of", of)
                .increment();
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ProblemAnswer.write(
                response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "操作过于频繁，请在 " + seconds + " 秒后重试。");
    }

    private Duration wait(EdgeProperties.Budget budget, HttpServletRequest request) {
        var allowed = rate.apply(budget);
        return allowed == null
                ? Duration.ZERO
                : sender.apply(request)
                        .map(name -> budgets.take(budget.name(), of + ":" + name, allowed))
                        .orElse(Duration.ZERO);
    }

    /** Two of this class stand in one chain: each is itself. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return BudgetFilter.class.getName() + "." + of;
    }
}
