package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys that sign tokens follow one another without a gap, or are replaced at once. */
class SigningKeysTest extends TokenTestCase {

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

    @Test
    void theKeyThatSignsIsNotReadableInTheDatabase() {
        ours();

        assertThat(sql.sql("select jwk from signing_key").query(String.class).list())
                .isNotEmpty()
                .noneMatch(jwk -> jwk.contains("kty"));
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
}
