package io.onevisit.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.problems.Reference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Who may reach which address: sessions with CSRF for browsers; what is not named here needs a sign-in. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    @Order(10)
    SecurityFilterChain browsers(
            HttpSecurity http, ObjectMapper json, SignedInContexts contexts, ExternalSignOn external) throws Exception {
        var csrf = new CsrfTokenRequestAttributeHandler();
        csrf.setCsrfRequestAttributeName(null); // the cookie is written with the first answer, not with the first form
        if (external.configured()) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .clientRegistrationRepository(external)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .successHandler(external::signedOn)
                    .failureHandler(external::refused));
        }
        return http.securityContext(c -> c.securityContextRepository(contexts))
                .csrf(c -> c.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(csrf)
                        .ignoringRequestMatchers("/api/deadlines/preview"))
                .authorizeHttpRequests(to -> to.requestMatchers(
                                HttpMethod.GET,
                                "/api/session",
                                "/api/sign-on",
                                "/api/bundles",
                                "/api/bundles/*",
                                "/api/directory",
                                "/api/items",
                                "/api/items/**",
                                "/api/regions",
                                "/api/search",
                                "/api/search/suggestions",
                                "/api/ratings/published",
                                "/api/ratings/labels",
                                "/api/visits/*",
                                "/api/halls/**",
                                "/api/public-notices",
                                "/api/public-notices/*",
                                "/api/papers/*/verification")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/session",
                                "/api/session/passkey",
                                "/api/session/passkey/options",
                                "/api/bundles/*/guide",
                                "/api/deadlines/preview")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/account/codes",
                                "/api/account/registration",
                                "/api/account/password-reset")
                        .permitAll()
                        .requestMatchers("/api/session", "/api/account/**")
                        .authenticated()
                        .requestMatchers("/api/clients/**")
                        .hasRole("SYSTEM_ADMIN")
                        .requestMatchers(HttpMethod.GET, "/api/vault", "/api/retention/**")
                        .hasAnyRole("SYSTEM_ADMIN", "AUDITOR")
                        .requestMatchers("/api/vault/**", "/api/retention/**")
                        .hasRole("SYSTEM_ADMIN")
                        .requestMatchers(
                                "/api/real-names",
                                "/api/window-mandates",
                                "/api/window-agreements/**",
                                "/api/helped-drafts/**",
                                "/api/offline-intakes/**",
                                "/api/drafts/*/scans/**",
                                "/api/drafts/*/notices")
                        .hasRole("CLERK")
                        .requestMatchers(HttpMethod.GET, "/api/accounts")
                        .hasAnyRole("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR")
                        .requestMatchers(HttpMethod.POST, "/api/accounts", "/api/accounts/*/password")
                        .hasRole("SYSTEM_ADMIN")
                        .requestMatchers(HttpMethod.PUT, "/api/accounts/*/enabled", "/api/accounts/*/id-no")
                        .hasRole("SYSTEM_ADMIN")
                        .requestMatchers("/api/accounts/**")
                        .hasRole("SECURITY_ADMIN")
                        .requestMatchers(HttpMethod.POST, "/api/visits/*/rating")
                        .permitAll() // the receipt code is the key
                        .requestMatchers("/api/visits")
                        .hasAnyRole("CLERK", "APPROVER")
                        .requestMatchers(HttpMethod.POST, "/api/halls/*/tickets", "/api/halls/*/check-ins")
                        .permitAll() // nobody signs in at the machine of a hall; the appointment's code is the key
                        .requestMatchers("/api/hall-book/**")
                        .hasAnyRole("SUPERVISOR", "OPERATOR")
                        .requestMatchers("/api/queue/**")
                        .hasRole("CLERK")
                        .requestMatchers(HttpMethod.POST, "/api/home-visit-desk")
                        .hasAnyRole("CLERK", "AGENT")
                        .requestMatchers("/api/home-visit-desk/**")
                        .hasRole("CLERK")
                        .requestMatchers(
                                "/api/appointments/**", "/api/home-visits/**", "/api/public-notices/*/objections")
                        .hasRole("CITIZEN")
                        .requestMatchers("/api/payment-orders/*/simulated-payment")
                        .hasRole("CITIZEN")
                        .requestMatchers("/api/payment-orders/*/payments")
                        .hasAnyRole("CLERK", "APPROVER")
                        .requestMatchers("/api/payment-orders/*/refunds")
                        .hasRole("APPROVER")
                        .requestMatchers("/api/payment-orders")
                        .hasAnyRole("CLERK", "APPROVER", "HEAD", "SUPERVISOR")
                        .requestMatchers("/api/payment-orders/*")
                        .hasAnyRole("CITIZEN", "CLERK", "APPROVER", "HEAD", "SUPERVISOR")
                        .requestMatchers("/api/hotline/intake/**")
                        .hasRole("AGENT")
                        .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/api/tasks/**")
                        .hasAnyRole("CLERK", "APPROVER", "HEAD", "AGENT", "LINE_OFFICE", "SUPERVISOR")
                        .requestMatchers("/api/verification", "/api/search/index/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/api/audit/days/**")
                        .hasAnyRole("OPERATOR", "AUDITOR")
                        .requestMatchers("/api/audit/**")
                        .hasRole("AUDITOR")
                        .requestMatchers("/api/mandate-papers")
                        .hasAnyRole("CITIZEN", "CLERK")
                        .requestMatchers("/api/mandates/**", "/api/legal-persons", "/api/acting")
                        .hasRole("CITIZEN")
                        .requestMatchers("/api/looks", "/api/consents/**", "/api/agreements/**")
                        .hasRole("CITIZEN")
                        .requestMatchers("/api/cockpit/**")
                        .hasAnyRole("SUPERVISOR", "OPERATOR")
                        .requestMatchers("/api/cards/**")
                        .hasAnyRole("APPROVER", "HEAD", "SUPERVISOR", "OPERATOR")
                        .requestMatchers("/api/supervision/**")
                        .hasAnyRole("SUPERVISOR", "OPERATOR")
                        .requestMatchers("/api/distribution/**")
                        .hasAnyRole("SUPERVISOR", "HEAD", "OPERATOR")
                        .requestMatchers("/api/studio/**")
                        .hasRole("ANALYST")
                        .requestMatchers("/api/drafts/**", "/api/applications/**")
                        .hasAnyRole("CITIZEN", "CLERK")
                        .requestMatchers("/api/licenses/**", "/api/ratings/**", "/api/orders/**")
                        .hasRole("CITIZEN")
                        .requestMatchers("/api/**")
                        .access(SecurityConfiguration::finished)
                        .requestMatchers("/engine/**", "/worker-api/**")
                        .denyAll() // their own chain comes first
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(h -> h.disable()) // io.onevisit.edge sets them, on every answer alike
                .anonymous(withDefaults())
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, failure) ->
                                answer(response, json, HttpStatus.UNAUTHORIZED, "signed-out", "您尚未登录或登录已过期，请先登录。"))
                        .accessDeniedHandler((request, response, failure) -> refuse(response, json)))
                .build();
    }

    /** Signed in, with nothing left to do for it. */
    static AuthorizationDecision finished(Supplier<Authentication> who, RequestAuthorizationContext request) {
        var authentication = who.get();
        return new AuthorizationDecision(authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken)
                && !unfinished(authentication));
    }

    private static boolean unfinished(Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals(SignedInContexts.UNFINISHED));
    }

    private static void refuse(HttpServletResponse response, ObjectMapper json) throws IOException {
        if (unfinished(SecurityContextHolder.getContext().getAuthentication())) {
            answer(response, json, HttpStatus.FORBIDDEN, "sign-in-unfinished", "请先按提示修改初始密码、绑定身份验证器，再办理业务。");
        } else {
            answer(response, json, HttpStatus.FORBIDDEN, "not-allowed", "您没有进行此操作的权限，或页面已过期，请刷新后重试。");
        }
    }

    private static void answer(
            HttpServletResponse response, ObjectMapper json, HttpStatus status, String code, String sentence)
            throws IOException {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setTitle(status == HttpStatus.UNAUTHORIZED ? "请先登录" : "没有权限");
        detail.setProperty("code", code);
        detail.setProperty(Reference.NAME, Reference.current());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), detail);
    }

    /** Argon2 for what is hashed from now on; what was hashed with bcrypt is still read, and renewed at the next sign-in. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        var encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", argon2, "bcrypt", new BCryptPasswordEncoder()));
        encoder.setDefaultPasswordEncoderForMatches(argon2); // what is hashed in no known way never matches
        return encoder;
    }
}
