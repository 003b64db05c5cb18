package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Endpoints;
import io.onevisit.PlatformTest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Who may enter where: every address of the running application, asked of its own filter chains for every role, beside the
 * table in the guides. A new address, a lost or an added right fails here, and the table is what people check.
 */
@PlatformTest
class WhoMayEnterTest {

    private static final Path TABLE = Path.of("..", "docs", "who-may.md");
    private static final String HEAD =
            """
            # Who may enter where

            Every address of the running server and the roles that may enter it, as its filter chains decide; `WhoMayEnterTest` asks them and fails on any difference. Entering is not seeing: whose matters somebody sees there is decided by their reach ([security.md](security.md)), and some acts ask for more (who holds the task, two persons, one's own case).

            | address | who |
            |---|---|
            """;
    private static final String ANYBODY = "任何人";
    private static final String SIGNED_IN = "登录的任何人";
    private static final String WORKERS = "工作程序（密钥或令牌）";
    private static final String NOBODY = "无人";

    @Autowired
    Endpoints endpoints;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Test
    void theTableInTheGuidesIsWhatTheServerDoes() throws Exception {
        var actual = new TreeMap<String, String>();
        for (var endpoint : ours()) {
            actual.put(endpoint, who(endpoint));
        }

        Files.writeString(Path.of("target", "who-may.md"), written(actual));

        assertThat(actual)
                .as("right? then: cp engine-app/target/who-may.md docs/who-may.md")
                .containsExactlyInAnyOrderEntriesOf(table());
    }

    /** By address, so that what can be done with a thing stands together. */
    private static String written(Map<String, String> actual) {
        return HEAD
                + actual.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, String> row) ->
                                        row.getKey().split(" ")[1])
                                .thenComparing(Map.Entry::getKey))
                        .map(row -> "| `%s` | %s |%n".formatted(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    @Test
    void whoHasNotFinishedSigningInEntersOnlyTheirOwnAccount() {
        var unfinished = authentication("UNFINISHED");
        assertThat(ours().stream()
                        .filter(endpoint -> !may(anonymous(), endpoint) && may(unfinished, endpoint))
                        .map(endpoint -> endpoint.split(" ")[1])
                        .filter(path -> !path.equals("/api/session") && !path.startsWith("/api/account")))
                .isEmpty();
    }

    @Test
    void anAddressThatNobodyNamedNeedsASignIn() {
        assertThat(may(anonymous(), "POST /api/made-up")).isFalse();
        assertThat(may(anonymous(), "GET /api/made-up")).isFalse();
        assertThat(may(authentication("ROLE_CITIZEN"), "GET /engine/made-up")).isFalse();
    }

    private String who(String endpoint) {
        if (may(anonymous(), endpoint)) {
            return ANYBODY;
        }
        var roles = Arrays.stream(Role.values())
                .filter(role -> may(authentication("ROLE_" + role), endpoint))
                .map(Role::name)
                .toList();
        if (roles.size() == Role.values().length) {
            return SIGNED_IN;
        }
        if (!roles.isEmpty()) {
            return String.join(" ", roles);
        }
        return may(authentication("ROLE_WORKER"), endpoint) ? WORKERS : NOBODY;
    }

    private boolean may(Authentication who, String endpoint) {
        var parts = endpoint.split(" ");
        var request =
                new MockHttpServletRequest(new MockServletContext(), parts[0], parts[1].replaceAll("\\{[^}]*}", "1"));
        request.setServletPath(request.getRequestURI());
        ServletRequestPathUtils.parseAndCache(request);
        return manager(request).authorize(() -> who, request).isGranted();
    }

    private AuthorizationManager<HttpServletRequest> manager(MockHttpServletRequest request) {
        var chains = security instanceof FilterChainProxy proxy
                ? proxy
                : (FilterChainProxy) ReflectionTestUtils.getField(security, "delegate");
        return chains.getFilterChains().stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .orElseThrow()
                .getFilters()
                .stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(filter -> ((AuthorizationFilter) filter).getAuthorizationManager())
                .findFirst()
                .orElseThrow();
    }

    private static Authentication authentication(String authority) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, AuthorityUtils.createAuthorityList(authority));
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private List<String> ours() {
        return endpoints.ours().keySet().stream()
                .filter(endpoint -> !endpoint.startsWith("* "))
                .toList();
    }

    /** The rows of the guide: {@code | `GET /api/…` | who |}. */
    private static Map<String, String> table() throws Exception {
        var rows = new ArrayList<>(Files.readAllLines(TABLE));
        rows.removeIf(row -> !row.startsWith("| `"));
        return rows.stream()
                .map(row -> List.of(row.split(" *\\| *")))
                .collect(Collectors.toMap(row -> row.get(1).replace("`", ""), row -> row.get(2)));
    }
}
