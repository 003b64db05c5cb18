package io.onevisit.identity;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Systems that come with tokens. Secrets are exchanged without a gap: the one before stays good for a while. */
@Component
class MachineClients implements RegisteredClientRepository {

    static final String KEYS = "onevisit.jwks";
    private static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration OLD_SECRET_GOOD_FOR = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock clock;

    MachineClients(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Client(String clientId, String name, List<String> scopes, List<String> redirectUris, String jwks) {}

    @Transactional
    public void open(Client client) {
        var opened = sql.sql(
                        """
                        insert into machine_client (client_id, name, scopes, redirect_uris, jwks) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        client.clientId(),
                        client.name(),
                        client.scopes().toArray(String[]::new),
                        client.redirectUris().toArray(String[]::new),
                        client.jwks())
                .update();
        if (opened == 0) {
            throw Problem.conflict("client-taken", "应用标识 %s 已被使用，请另取一个。".formatted(client.clientId()));
        }
    }

    /** Makes a new secret, shown this once; of those before, the newest stays good for a week and the others for nothing. */
    @Transactional
    public String newSecret(String clientId) {
        sql.sql("select client_id from machine_client where client_id = ? for update")
                .param(clientId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> unknown(clientId));
        sql.sql(
                        """
                        delete from machine_secret where client_id = :client and id not in
                            (select max(id) from machine_secret where client_id = :client)""")
                .param("client", clientId)
                .update();
        sql.sql("update machine_secret set until = ? where client_id = ?")
                .params(now().plus(OLD_SECRET_GOOD_FOR), clientId)
                .update();
        var secret = Secrets.text(32);
        sql.sql("insert into machine_secret (client_id, hash, created_at) values (?, ?, ?)")
                .params(clientId, Digests.sha256(secret), now())
                .update();
        return secret;
    }

    @Transactional
    public void enable(String clientId, boolean enabled) {
        var found = sql.sql("update machine_client set enabled = ? where client_id = ?")
                .params(enabled, clientId)
                .update();
        if (found == 0) {
            throw unknown(clientId);
        }
    }

    /** As the administrator sees them: secrets only by their number and end. */
    List<Line> all() {
        return sql.sql(
                        """
                        select c.client_id, c.name, c.scopes, c.redirect_uris, c.jwks is not null as own_key, c.enabled,
                            count(s.id) filter (where s.until is null or s.until > :now) as secrets,
                            max(s.created_at) as secret_since, max(s.until) filter (where s.until > :now) as old_secret_until
                        from machine_client c left join machine_secret s using (client_id)
                        group by c.client_id order by c.client_id""")
                .param("now", now())
                .query((row, n) -> new Line(
                        row.getString("client_id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        List.of((String[]) row.getArray("redirect_uris").getArray()),
                        row.getBoolean("own_key"),
                        row.getBoolean("enabled"),
                        row.getInt("secrets"),
                        instant(row.getObject("secret_since", OffsetDateTime.class)),
                        instant(row.getObject("old_secret_until", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * @param ownKey whether it signs assertions with a key of its own
     * @param secrets how many are good now
     * @param oldSecretUntil until when the one before the newest is good, if it is
     */
    record Line(
            String clientId,
            String name,
            List<String> scopes,
            List<String> redirectUris,
            boolean ownKey,
            boolean enabled,
            int secrets,
            Instant secretSince,
            Instant oldSecretUntil) {}

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        return sql.sql("select * from machine_client where client_id = ? and enabled")
                .param(clientId)
                .query((row, n) -> new Client(
                        row.getString("client_id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        List.of((String[]) row.getArray("redirect_uris").getArray()),
                        row.getString("jwks")))
                .optional()
                .map(this::registered)
                .orElse(null);
    }

    private RegisteredClient registered(Client client) {
        var secrets = sql.sql("select hash from machine_secret where client_id = ? and (until is null or until > ?)")
                .params(client.clientId(), now())
                .query(String.class)
                .list();
        var settings = ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
        var registered = RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .scopes(scopes -> scopes.addAll(Set.copyOf(client.scopes())))
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .authorizationGrantType(
                        client.redirectUris().isEmpty()
                                ? AuthorizationGrantType.CLIENT_CREDENTIALS
                                : AuthorizationGrantType.AUTHORIZATION_CODE)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_GOOD_FOR)
                        .build());
        if (!secrets.isEmpty()) {
            registered
                    .clientSecret(AnySecret.joined(secrets))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        }
        if (client.jwks() != null || secrets.isEmpty()) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            settings.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                    .setting(KEYS, client.jwks() == null ? "{\"keys\":[]}" : client.jwks());
        }
        return registered.clientSettings(settings.build()).build();
    }

    /** Clients are opened by administrators, never by the protocol. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are opened by administrators");
    }

    private static Problem unknown(String clientId) {
        return Problem.notFound("client-unknown", "没有标识为 %s 的应用。".formatted(clientId));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
