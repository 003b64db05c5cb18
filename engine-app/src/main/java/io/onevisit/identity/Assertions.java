package io.onevisit.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Checks what a system signs to prove itself (private_key_jwt) against the public keys it has left; each counts once. */
@Component
class Assertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final Clock clock;

    Assertions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys(client))));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // checked below, with the reasons Spring gives
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client), once(client)));
        return decoder;
    }

    private static JWKSet keys(RegisteredClient client) {
        try {
            return JWKSet.parse(client.getClientSettings().<String>getSetting(MachineClients.KEYS));
        } catch (ParseException e) {
            throw new IllegalStateException("The keys of " + client.getClientId() + " cannot be read", e);
        }
    }

    private OAuth2TokenValidator<Jwt> once(RegisteredClient client) {
        return assertion -> {
            var until = assertion.getExpiresAt();
            var good = assertion.getId() != null
                    && until != null
                    && until.isBefore(clock.instant().plus(LONGEST))
                    && sql.sql(
                                            "insert into used_assertion (client_id, jti, until) values (?, ?, ?) on conflict do nothing")
                                    .params(client.getClientId(), assertion.getId(), until.atOffset(ZoneOffset.UTC))
                                    .update()
                            > 0;
            return good
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_client", "jti missing or used, or good for too long", null));
        };
    }
}
