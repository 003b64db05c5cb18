package io.onevisit.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.problems.Reference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Who may reach which address: sessions with CSRF for browsers; what is not named here needs a sign-in. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    @Order(10)
    SecurityFilterChain browsers(HttpSecurity http, ObjectMapper json) throws Exception {
        var csrf = new CsrfTokenRequestAttributeHandler();
        csrf.setCsrfRequestAttributeName(null); // the cookie is written with the first answer, not with the first form
        return http.csrf(c -> c.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(csrf)
                        .ignoringRequestMatchers("/api/handoff/callbacks", "/api/deadlines/preview"))
                .authorizeHttpRequests(to -> to.requestMatchers(
                                HttpMethod.GET,
                                "/api/session",
                                "/api/bundles",
                                "/api/bundles/*",
                                "/api/directory",
                                "/api/items",
                                "/api/items/**",
                                "/api/regions",
                                "/api/ratings/published",
                                "/api/ratings/labels",
                                "/api/visits/*",
                                "/api/papers/*/verification")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST, "/api/session", "/api/bundles/*/guide", "/api/deadlines/preview")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/visits/*/rating")
                        .permitAll() // the receipt code is the key
                        .requestMatchers("/api/visits")
                        .hasAnyRole("CLERK", "APPROVER")
                        .requestMatchers("/api/hotline/intake/**")
                        .hasRole("AGENT")
                        .requestMatchers(HttpMethod.POST, "/api/handoff/callbacks")
                        .permitAll() // signed by the department
                        .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/api/tasks/**")
                        .hasAnyRole("CLERK", "APPROVER", "HEAD", "AGENT", "LINE_OFFICE", "SUPERVISOR")
                        .requestMatchers("/api/verification")
                        .hasRole("OPERATOR")
                        .requestMatchers("/api/audit/days/**")
                        .hasAnyRole("OPERATOR", "AUDITOR")
                        .requestMatchers("/api/audit/**")
                        .hasRole("AUDITOR")
                        .requestMatchers("/api/looks")
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
                        .authenticated()
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
                        .accessDeniedHandler((request, response, failure) -> answer(
                                response, json, HttpStatus.FORBIDDEN, "not-allowed", "您没有进行此操作的权限，或页面已过期，请刷新后重试。")))
                .build();
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

    @Bean
    AuthenticationManager signIn(PasswordSignIn passwords) {
        return new ProviderManager(passwords);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
