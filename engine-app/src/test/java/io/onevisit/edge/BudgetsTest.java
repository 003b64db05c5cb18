package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks too often waits; nobody waits for somebody else. */
class BudgetsTest {

    private static final EdgeProperties.Budget SIGN_IN = new EdgeProperties.Budget(
            "sign-in",
            List.of("POST /api/session"),
            new Rate(3, Duration.ofMinutes(1)),
            new Rate(2, Duration.ofMinutes(1)),
            new Rate(2, Duration.ofMinutes(1)));
    private static final EdgeProperties.Budget ALL =
            new EdgeProperties.Budget("everything", List.of("/api/**"), new Rate(5, Duration.ofMinutes(1)), null, null);

    private long nanos;
    private final Budgets budgets = new Budgets(List.of(SIGN_IN, ALL), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final BudgetFilter addresses = BudgetFilter.ofAddresses(budgets, figures);
    private final BudgetFilter persons = BudgetFilter.ofPersons(budgets, figures);
    private final BudgetFilter clients = BudgetFilter.ofClients(budgets, figures);

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAddressHasItsBudgetAndGetsItBackWithTime() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(ask(addresses, "POST", "/api/session", "203.0.113.1").getStatus())
                    .isEqualTo(200);
        }

        var refused = ask(addresses, "POST", "/api/session", "203.0.113.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("too-many-requests", "请在 20 秒后重试。");
        assertThat(figures.counter("onevisit.edge.refused", "budget", "sign-in", "of", "address")
                        .count())
                .isEqualTo(1);
        assertThat(ask(addresses, "POST", "/api/session", "203.0.113.2").getStatus())
                .isEqualTo(200);
        assertThat(ask(addresses, "GET", "/api/items", "203.0.113.1").getStatus())
                .isEqualTo(200);

        nanos += Duration.ofSeconds(20).toNanos();

        assertThat(ask(addresses, "POST", "/api/session", "203.0.113.1").getStatus())
                .isEqualTo(200);
        assertThat(ask(addresses, "POST", "/api/session", "203.0.113.1").getStatus())
                .isEqualTo(429);
    }

    @Test
    void aPersonHasOneBudgetWhereverTheySitAndStrangersHaveNone() throws Exception {
        signIn("chen.jing");
        assertThat(ask(persons, "POST", "/api/session", "203.0.113.1").getStatus())
                .isEqualTo(200);
        assertThat(ask(persons, "POST", "/api/session", "203.0.113.2").getStatus())
                .isEqualTo(200);
        assertThat(ask(persons, "POST", "/api/session", "203.0.113.3").getStatus())
                .isEqualTo(429);

        signIn("li.na");
        assertThat(ask(persons, "POST", "/api/session", "203.0.113.1").getStatus())
                .isEqualTo(200);
        SecurityContextHolder.clearContext();
        for (var i = 0; i < 5; i++) {
            assertThat(ask(persons, "POST", "/api/session", "203.0.113.1").getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyUsesUpTheBudgetOfADepartmentByItsName() throws Exception {
        for (var i = 0; i < 4; i++) {
            ask(clients, "POST", "/api/session", "198.51.100.7", "police");
        }

        assertThat(ask(clients, "POST", "/api/session", "198.51.100.7", "police")
                        .getStatus())
                .isEqualTo(429);
        assertThat(ask(clients, "POST", "/api/session", "203.0.113.5", "police").getStatus())
                .isEqualTo(200);
    }

    @Test
    void anotherSpellingOfTheAddressIsTheSameAddress() throws Exception {
        for (var path : List.of("/api/session", "/api/sess%69on", "/api/session")) {
            assertThat(ask(addresses, "POST", path, "203.0.113.9").getStatus()).isEqualTo(200);
        }
        assertThat(ask(addresses, "POST", "/api/%73ession", "203.0.113.9").getStatus())
                .isEqualTo(429);
    }

    @Test
    void aHomesIpv6NetworkIsOneSender() {
        assertThat(address("2001:db8:1:2:aaaa::1")).isEqualTo(address("2001:db8:1:2:ffff::9"));
        assertThat(address("2001:db8:1:3::1")).isNotEqualTo(address("2001:db8:1:2::1"));
        assertThat(address("203.0.113.1")).isEqualTo("203.0.113.1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/session, sign-in",
        "POST, /oauth2/token, sign-in",
        "POST, /api/account/registration, registration",
        "POST, /api/bundles/newborn/guide, search",
        "GET, /api/items, search",
        "GET, /api/search, search",
        "GET, /api/search/suggestions, search",
        "POST, /api/drafts/7/documents, uploads",
        "POST, /api/applications/A1/documents, uploads",
        "POST, /api/handoff/callbacks, callbacks",
        "POST, /api/payment-callbacks, callbacks",
        "GET, /api/supervision/self-check.csv, exports",
        "GET, /api/supervision/statistics/ACCEPTED/list.csv, exports",
        "GET, /api/studio/catalogue/export.xlsx, exports",
        "POST, /api/drafts/7/submission, submissions",
        "GET, /api/papers/D1/verification, codes",
        "POST, /api/halls/430102-01/check-ins, codes",
        "POST, /api/halls/430102-01/tickets, tickets",
        "GET, /api/halls/430102-01/board, halls",
        "POST, /api/appointments, submissions",
        "POST, /api/home-visits, submissions",
        "POST, /engine/external-task/fetchAndLock, workers",
        "GET, /api/tasks, everything",
    })
    void theShippedBudgetsSortAddresses(String method, String path, String budget) throws Exception {
        var shipped = new Budgets(EdgeSettings.shipped().budgets(), TimeMeter.SYSTEM_NANOTIME);

        assertThat(shipped.of(new MockHttpServletRequest(method, path)))
                .get()
                .extracting(EdgeProperties.Budget::name)
                .isEqualTo(budget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "60/", "0/1m", "-1/1m", "60/0s", "x/1m", "1/2/3"})
    void aRateThatIsNoneStopsTheStart(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String address(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return Senders.address(request);
    }

    private static void signIn(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
    }

    private static MockHttpServletResponse ask(BudgetFilter filter, String method, String path, String address)
            throws Exception {
        return ask(filter, method, path, address, null);
    }

    private static MockHttpServletResponse ask(
            BudgetFilter filter, String method, String path, String address, String department) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        if (department != null) {
            request.addHeader("X-Department", department);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
