package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Systems come with tokens; a token of another make opens nothing. */
@PlatformTest
class TokensTest {

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @LocalServerPort
    int port;

    @Autowired
    MachineClients clients;

    @Autowired
    SigningKeys keys;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @Autowired
    MutableClock time;

    private final HttpClient http = HttpClient.newHttpClient();
    private String client;

    @BeforeEach
    void aClient() {
        client = "c" + UUID.randomUUID().toString().substring(0, 8);
        clients.open(new MachineClients.Client(client, "测试应用", List.of("worker", "other"), List.of(), null));
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void aWorkerWorksWithATokenForItsSecret() throws Exception {
        var token = token(bySecret(clients.newSecret(client), "worker"));

        assertThat(fetch(token)).isEqualTo(200);
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("onevisit");
        assertThat(claims.getExpirationTime()).isBefore(Date.from(Instant.now().plusSeconds(601)));
    }

    @Test
    void aTokenForSomethingElseIsNoWorkers() throws Exception {
        assertThat(fetch(token(bySecret(clients.newSecret(client), "other")))).isEqualTo(401);
    }

    @Test
    void aScopeThatWasNotGivenIsNotHadForTheAsking() throws Exception {
        assertThat(bySecret(clients.newSecret(client), "everything").statusCode())
                .isEqualTo(400);
    }

    @Test
    void secretsAreExchangedWithoutAGap() throws Exception {
        var first = clients.newSecret(client);
        var second = clients.newSecret(client);
        assertThat(bySecret(first, "worker").statusCode()).isEqualTo(200);
        assertThat(bySecret(second, "worker").statusCode()).isEqualTo(200);

        var third = clients.newSecret(client);
        assertThat(bySecret(first, "worker").statusCode())
                .as("two at once, not three")
                .isEqualTo(401);
        assertThat(bySecret(second, "worker").statusCode()).isEqualTo(200);

        time.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(bySecret(second, "worker").statusCode()).as("after a week").isEqualTo(401);
        assertThat(bySecret(third, "worker").statusCode()).isEqualTo(200);
    }

    @Test
    void secretsAreKeptHashed() {
        var secret = clients.newSecret(client);

        assertThat(sql.sql("select hash from machine_secret where client_id = ?")
                        .param(client)
                        .query(String.class)
                        .list())
                .doesNotContain(secret)
                .containsExactly(Digests.sha256(secret));
    }

    @Test
    void aClosedClientGetsNoToken() throws Exception {
        var secret = clients.newSecret(client);
        clients.enable(client, false);

        assertThat(bySecret(secret, "worker").statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> clients.enable("nobody-" + client, true)).isInstanceOf(Problem.class);
    }

    @Test
    void whoSignsWithTheirOwnKeyNeedsNoSecret() throws Exception {
        var key = ownKey();

        var token = token(byAssertion(
                assertion(key, client, issuer(), 60, UUID.randomUUID().toString())));

        assertThat(fetch(token)).isEqualTo(200);
    }

    @Test
    void anAssertionIsGoodOnceForUsAndForAShortTime() throws Exception {
        var key = ownKey();
        var once = assertion(key, client, issuer(), 60, UUID.randomUUID().toString());
        assertThat(byAssertion(once).statusCode()).isEqualTo(200);

        assertThat(byAssertion(once).statusCode()).as("shown again").isEqualTo(401);
        assertThat(byAssertion(assertion(new RSAKeyGenerator(2048).keyID("k").generate(), client, issuer(), 60, "a"))
                        .statusCode())
                .as("signed by somebody else")
                .isEqualTo(401);
        assertThat(byAssertion(assertion(key, client, "https://other.example", 60, "b"))
                        .statusCode())
                .as("made for somebody else")
                .isEqualTo(401);
        assertThat(byAssertion(assertion(key, client, issuer(), -120, "c")).statusCode())
                .as("expired")
                .isEqualTo(401);
        assertThat(byAssertion(assertion(key, client, issuer(), 86_400, "d")).statusCode())
                .as("good for a day")
                .isEqualTo(401);
        assertThat(byAssertion(assertion(key, client, issuer(), 60, null)).statusCode())
                .as("without jti")
                .isEqualTo(401);
    }

    @Test
    void ourOwnTokenWithAllAsItShouldBeIsTaken() throws Exception {
        assertThat(fetch(signed(ours(), claims().build()))).isEqualTo(200);
    }

    @Test
    void tokensOfAnotherMakeAreRefused() throws Exception {
        var stranger = new RSAKeyGenerator(2048).keyID(ours().getKeyID()).generate();
        var publicKey = ours().toRSAPublicKey().getEncoded();
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ours().getKeyID())
                        .build(),
                claims().build());
        confused.sign(new MACSigner(publicKey));
        var good = signed(ours(), claims().build()).split("\\.");
        var changed = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8)
                .replace("somebody", "somebodyelse");
        var tokens = Map.of(
                "alg none", new PlainJWT(claims().build()).serialize(),
                "other key", signed(stranger, claims().build()),
                "public key as a shared secret", confused.serialize(),
                "expired",
                        signed(
                                ours(),
                                claims().expirationTime(new Date(System.currentTimeMillis() - 120_000))
                                        .build()),
                "other audience",
                        signed(ours(), claims().audience("another-platform").build()),
                "no audience", signed(ours(), claims().audience((String) null).build()),
                "not yet",
                        signed(
                                ours(),
                                claims().notBeforeTime(new Date(System.currentTimeMillis() + 600_000))
                                        .build()),
                "changed",
                        good[0] + "."
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                                + "." + good[2],
                "signature cut off", good[0] + "." + good[1] + ".");

        for (var token : tokens.entrySet()) {
            assertThat(fetch(token.getValue())).as(token.getKey()).isEqualTo(401);
        }
    }

    @Test
    void aKeyIsFollowedByAnotherWithoutAGap() throws Exception {
        var secret = clients.newSecret(client);
        var before = token(bySecret(secret, "worker"));
        time.advance(Duration.ofDays(91));
        keys.renew();
        assertThat(shown()).hasSize(2).contains(key(before));
        assertThat(key(token(bySecret(clients.newSecret(client), "worker"))))
                .as("shown for an hour before it signs")
                .isEqualTo(key(before));

        time.advance(Duration.ofMinutes(61));
        var after = token(bySecret(clients.newSecret(client), "worker"));
        assertThat(key(after)).isNotEqualTo(key(before));
        assertThat(fetch(before)).isEqualTo(200);
        assertThat(fetch(after)).isEqualTo(200);

        keys.renew();
        assertThat(shown()).as("for a day more").hasSize(2);
        time.advance(Duration.ofHours(25));
        keys.renew();
        assertThat(shown()).containsExactly(key(after));
        assertThat(fetch(before)).isEqualTo(401);
    }

    @Test
    void aKeyThatOthersMayKnowIsReplacedAtOnce() throws Exception {
        var before = token(bySecret(clients.newSecret(client), "worker"));

        keys.replace();

        assertThat(fetch(before)).isEqualTo(401);
        assertThat(fetch(token(bySecret(clients.newSecret(client), "worker")))).isEqualTo(200);
        assertThat(shown()).hasSize(1);
    }

    private List<String> shown() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/jwks"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).doesNotContain("\"d\"");
        return json.readTree(answer.body()).path("keys").findValuesAsText("kid");
    }

    private static String key(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void theKeyThatSignsIsNotReadableInTheDatabase() {
        ours();

        assertThat(sql.sql("select jwk from signing_key").query(String.class).list())
                .isNotEmpty()
                .noneMatch(jwk -> jwk.contains("kty"));
    }

    @Test
    void theIssuerTellsWhereItsThingsAre() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(at("/.well-known/openid-configuration")).build(), BodyHandlers.ofString());

        var told = json.readTree(answer.body());
        assertThat(told.path("issuer").asText()).isEqualTo(issuer());
        assertThat(told.path("code_challenge_methods_supported").toString()).contains("S256");
        var published = http.send(
                HttpRequest.newBuilder(URI.create(told.path("jwks_uri").asText()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(published.body()).contains(ours().getKeyID()).doesNotContain("\"d\"");
    }

    private RSAKey ours() {
        return (RSAKey) keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .get(0);
    }

    private RSAKey ownKey() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k").generate();
        sql.sql("update machine_client set jwks = ? where client_id = ?")
                .params(new JWKSet(key.toPublicJWK()).toString(), client)
                .update();
        return key;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("somebody")
                .audience("onevisit")
                .claim("scope", List.of("worker"))
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 300_000));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String assertion(RSAKey key, String client, String audience, int seconds, String jti)
            throws Exception {
        return signed(
                key,
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience)
                        .jwtID(jti)
                        .issueTime(new Date())
                        .expirationTime(new Date(System.currentTimeMillis() + seconds * 1000L))
                        .build());
    }

    private HttpResponse<String> bySecret(String secret, String scope) throws Exception {
        return ask(Map.of(
                "grant_type", "client_credentials", "scope", scope, "client_id", client, "client_secret", secret));
    }

    private HttpResponse<String> byAssertion(String assertion) throws Exception {
        return ask(Map.of(
                "grant_type", "client_credentials",
                "scope", "worker",
                "client_id", client,
                "client_assertion_type", ASSERTION,
                "client_assertion", assertion));
    }

    private HttpResponse<String> ask(Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private int fetch(String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(at("/engine/external-task/fetchAndLock"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"workerId\":\"tokens-test\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"no-such-topic\",\"lockDuration\":1000}]}"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private String issuer() {
        return "http://localhost:" + port;
    }

    private URI at(String path) {
        return URI.create(issuer() + path);
    }
}
