package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A system with a token, and all that it may be made of. */
@PlatformTest
abstract class TokenTestCase {

    static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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

    final HttpClient http = HttpClient.newHttpClient();
    String client;

    @BeforeEach
    void aClient() {
        client = "c" + UUID.randomUUID().toString().substring(0, 8);
        clients.open(new MachineClients.Client(client, "测试应用", List.of("worker", "other"), List.of(), null));
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    RSAKey ours() {
        return (RSAKey) keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .get(0);
    }

    RSAKey ownKey() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k").generate();
        sql.sql("update machine_client set jwks = ? where client_id = ?")
                .params(new JWKSet(key.toPublicJWK()).toString(), client)
                .update();
        return key;
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("somebody")
                .audience("onevisit")
                .claim("scope", List.of("worker"))
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 300_000));
    }

    static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    static String assertion(RSAKey key, String client, String audience, int seconds, String jti) throws Exception {
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

    HttpResponse<String> bySecret(String secret, String scope) throws Exception {
        return ask(Map.of(
                "grant_type", "client_credentials", "scope", scope, "client_id", client, "client_secret", secret));
    }

    HttpResponse<String> byAssertion(String assertion) throws Exception {
        return ask(Map.of(
                "grant_type", "client_credentials",
                "scope", "worker",
                "client_id", client,
                "client_assertion_type", ASSERTION,
                "client_assertion", assertion));
    }

    HttpResponse<String> ask(Map<String, String> form) throws Exception {
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

    String token(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("access_token").asText();
    }

    int fetch(String token) throws Exception {
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

    String issuer() {
        return "http://localhost:" + port;
    }

    URI at(String path) {
        return URI.create(issuer() + path);
    }
}
