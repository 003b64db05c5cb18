package io.onevisit.handoff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Departments' systems have no session: each of their requests is signed and checked by its controller. */
@Configuration(proxyBeanMethods = false)
class DepartmentAccess {

    @Bean
    @Order(5)
    SecurityFilterChain departments(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/handoff/callbacks", "/api/handoff/documents/*")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(to -> to.anyRequest().permitAll())
                .build();
    }
}
