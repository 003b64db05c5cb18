package io.onevisit.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The platform as an issuer (OpenID Connect): tokens for systems, and its own sign-on for portals that trust it. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    /** Whom access tokens are for; those made for somebody else open nothing here. */
    static final String AUDIENCE = "onevisit";

    @Bean
    @Order(2)
    SecurityFilterChain issuer(HttpSecurity http, SignedInContexts contexts, Assertions assertions) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, issuer -> issuer.oidc(Customizer.withDefaults())
                        .clientAuthentication(clients -> clients.authenticationProviders(
                                providers -> providers.forEach(provider -> equip(provider, assertions)))))
                .securityContext(c -> c.securityContextRepository(new IssuerContexts(contexts)))
                .authorizeHttpRequests(to -> to.anyRequest().access(SecurityConfiguration::finished))
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                        (request, response, failure) -> response.sendRedirect("/sign-in?to="
                                + URLEncoder.encode(
                                        request.getRequestURI() + "?" + request.getQueryString(),
                                        StandardCharsets.UTF_8)),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    private static void equip(Object provider, Assertions assertions) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new AnySecret());
        }
        if (provider instanceof JwtClientAssertionAuthenticationProvider keys) {
            keys.setJwtDecoderFactory(assertions);
        }
    }

    @Bean
    AuthorizationServerSettings issuerSettings(@Value("${onevisit.public-url:}") String publicUrl) {
        var settings = AuthorizationServerSettings.builder();
        return publicUrl.isBlank()
                ? settings.build()
                : settings.issuer(publicUrl.replaceAll("/$", "")).build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    /** Lists are of a kind that the table of authorizations can be read back with. Access tokens are for us, and say by which system they were asked for; ID tokens say who somebody is. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts) {
        return context -> {
            if ("access_token".equals(context.getTokenType().getValue())) {
                context.getClaims()
                        .audience(new ArrayList<>(List.of(AUDIENCE)))
                        .claim("client_id", context.getRegisteredClient().getClientId());
            }
            if ("id_token".equals(context.getTokenType().getValue())) {
                accounts.find(context.getPrincipal().getName()).ifPresent(account -> context.getClaims()
                        .claim("preferred_username", account.username())
                        .claim("name", account.name())
                        .claim("kind", account.kind().name())
                        .claim("level", account.level()));
            }
        };
    }

    /** Several keys are shown, one signs. */
    @Bean
    JwtEncoder tokenEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(keys.signing())));
    }

    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
        var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE))));
        return decoder;
    }
}
