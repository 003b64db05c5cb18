package io.onevisit.payments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The payment platform has no session: what it says is signed and checked by its controller. */
@Configuration(proxyBeanMethods = false)
class PaymentAccess {

    @Bean
    @Order(6)
    SecurityFilterChain paymentPlatform(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/payment-callbacks")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(to -> to.anyRequest().permitAll())
                .build();
    }
}
