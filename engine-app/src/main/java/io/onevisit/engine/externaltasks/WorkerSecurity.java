package io.onevisit.engine.externaltasks;

import io.onevisit.problems.Reference;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Workers' addresses: a secret or an access token on every request, no session, no cookie and so no CSRF. */
@Configuration(proxyBeanMethods = false)
class WorkerSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain workers(HttpSecurity http, WorkerSecret secret, ObjectProvider<JwtDecoder> tokens)
            throws Exception {
        var path = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new OrRequestMatcher(path.matcher("/engine/**"), path.matcher("/worker-api/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // io.onevisit.edge sets them, on every answer alike
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(secret, tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(to -> to.anyRequest().hasRole("WORKER"))
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, failure) -> refuse(response)))
                .build();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        """
                        {"type":"RestException","title":"Unauthorized","status":401,\
                        "detail":"任务处理程序的密钥或令牌不对：请核对 onevisit.workers.secret 或数据目录中的 worker.secret；使用令牌的，请重新获取。",\
                        "message":"worker secret missing or wrong","reference":"%s"}"""
                                .formatted(Reference.current()));
    }

    /** Runs again when a long poll is dispatched to its answer: nothing is remembered between the two. */
    private static final class BearerFilter extends OncePerRequestFilter {

        private static final String BEARER = "Bearer ";
        private static final String SCOPE = "worker";
        private final WorkerSecret secret;
        private final ObjectProvider<JwtDecoder> tokens;

        BearerFilter(WorkerSecret secret, ObjectProvider<JwtDecoder> tokens) {
            this.secret = secret;
            this.tokens = tokens;
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var header = request.getHeader(HttpHeaders.AUTHORIZATION);
            var given = header != null && header.startsWith(BEARER)
                    ? header.substring(BEARER.length()).trim()
                    : "";
            worker(given).ifPresent(name -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        name, null, AuthorityUtils.createAuthorityList("ROLE_WORKER")));
                SecurityContextHolder.setContext(context);
            });
            chain.doFilter(request, response);
        }

        private Optional<String> worker(String given) {
            if (!given.isEmpty() && secret.matches(given)) {
                return Optional.of("worker");
            }
            return given.chars().filter(c -> c == '.').count() == 2 ? ofToken(given) : Optional.empty();
        }

        /** An access token that was made for us and for this work; why another is refused is nobody's business. */
        private Optional<String> ofToken(String given) {
            try {
                return tokens.stream()
                        .map(decoder -> decoder.decode(given))
                        .filter(token -> token.getClaims().get("scope") instanceof Collection<?> scopes
                                && scopes.contains(SCOPE))
                        .map(Jwt::getSubject)
                        .findFirst();
            } catch (JwtException e) {
                return Optional.empty();
            }
        }
    }
}
