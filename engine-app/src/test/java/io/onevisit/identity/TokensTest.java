package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.onevisit.problems.Problem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Systems come with tokens; a token of another make opens nothing. */
class TokensTest extends TokenTestCase {

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
}
