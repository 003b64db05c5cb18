package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signing in with a key on one's own device, and all the ways in which that must not work. */
@PlatformTest
class PasskeysTest {

    private static final String PASSWORD = "岳麓山下爱晚亭前";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    MutableClock time;

    private String username;
    private Browser browser;
    private Device device;

    @BeforeEach
    void anOfficer() throws Exception {
        username = "k" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, kind, level)
                        values (?, '测试通行密钥', ?, '{}', '430000', 'STAFF', 4)""")
                .params(username, encoder.encode(PASSWORD))
                .update();
        new People(sql).post(username, Set.of(Role.ANALYST), null, "430000");
        browser = new Browser(port);
        device = new Device("http://localhost:" + port);
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void aPasskeyIsBoundWithThePasswordAndCountsAsTwoFactors() throws Exception {
        bind();
        assertThat(browser.get("/api/account/passkeys").body()).hasSize(1);

        var other = new Browser(port);
        var signedIn = prove(other);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body().path("username").asText()).isEqualTo(username);
        assertThat(signedIn.body().path("next").isNull()).isTrue();
        assertThat(other.get("/api/studio/bundles").status()).isEqualTo(200);
        assertThat(browser.get("/api/account/passkeys")
                        .body()
                        .get(0)
                        .path("lastUsed")
                        .isNull())
                .isFalse();
    }

    @Test
    void withoutThePasswordNobodyBindsOneInASessionLeftOpen() throws Exception {
        browser.signIn(username, PASSWORD);

        assertThat(browser.post("/api/account/passkeys/options", Map.of("password", "wrong"))
                        .code())
                .isEqualTo("password-wrong");
        assertThat(browser.post("/api/account/passkeys", Map.of("label", "手机", "credential", Map.of("id", "x")))
                        .code())
                .isEqualTo("passkey-late");
    }

    @Test
    void aCopiedPageCannotUseIt() throws Exception {
        bind();
        device.origin = "http://localhost.example";

        assertThat(prove(new Browser(port)).code()).isEqualTo("passkey-refused");
    }

    @Test
    void aDeviceThatAskedForNoFingerIsNoSecondFactor() throws Exception {
        bind();
        device.asksForAFinger = false;

        assertThat(prove(new Browser(port)).code()).isEqualTo("passkey-refused");
    }

    @Test
    void aCopyOfTheDeviceIsNoticedByItsCounter() throws Exception {
        bind();
        device.counter = 20;
        assertThat(prove(new Browser(port)).status()).isEqualTo(200);
        device.counter = 5;

        assertThat(prove(new Browser(port)).code()).isEqualTo("passkey-refused");
    }

    @Test
    void aChallengeIsAnsweredOnceAndSoon() throws Exception {
        bind();
        time.setTo(time.instant());
        var other = new Browser(port);
        var options = other.post("/api/session/passkey/options", Map.of()).body();
        var proof = device.proof(options);
        assertThat(new Browser(port).post("/api/session/passkey", proof).code())
                .as("asked by another browser")
                .isEqualTo("passkey-late");
        assertThat(other.post("/api/session/passkey", proof).status()).isEqualTo(200);
        assertThat(other.post("/api/session/passkey", proof).code())
                .as("used up")
                .isEqualTo("passkey-late");

        var late = new Browser(port);
        var asked = late.post("/api/session/passkey/options", Map.of()).body();
        time.advance(Duration.ofMinutes(6));
        assertThat(late.post("/api/session/passkey", device.proof(asked)).code())
                .isEqualTo("passkey-late");
    }

    @Test
    void theChallengeNamesNobody() throws Exception {
        bind();
        var options = new Browser(port).post("/api/session/passkey/options", Map.of());

        assertThat(options.body().path("allowCredentials")).isEmpty();
        assertThat(options.whole().body()).doesNotContain(username);
    }

    @Test
    void aRemovedKeyAClosedAccountAndNonsenseOpenNothing() throws Exception {
        bind();
        sql.sql("update account set enabled = false where username = ?")
                .param(username)
                .update();
        assertThat(prove(new Browser(port)).code()).isEqualTo("sign-in-failed");
        sql.sql("update account set enabled = true where username = ?")
                .param(username)
                .update();

        browser.signIn(username, PASSWORD);
        var id = browser.get("/api/account/passkeys").body().get(0).path("id").asText();
        assertThat(browser.delete("/api/account/passkeys/" + id, Map.of("password", "wrong"))
                        .code())
                .isEqualTo("password-wrong");
        assertThat(browser.delete("/api/account/passkeys/" + id, Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(prove(new Browser(port)).code()).isEqualTo("passkey-refused");

        var other = new Browser(port);
        other.post("/api/session/passkey/options", Map.of());
        assertThat(other.post("/api/session/passkey", Map.of("id", 7)).code()).isEqualTo("passkey-unreadable");
        other.post("/api/session/passkey/options", Map.of());
        assertThat(other.post(
                                "/api/session/passkey",
                                Map.of(
                                        "rawId",
                                        id,
                                        "response",
                                        Map.of("clientDataJSON", "e30", "authenticatorData", "AA", "signature", "AA")))
                        .status())
                .isIn(401, 422);
    }

    @Test
    void anothersKeyIsNotThereForMe() throws Exception {
        bind();
        var id = browser.get("/api/account/passkeys").body().get(0).path("id").asText();
        var first = browser;
        anOfficer();
        browser.signIn(username, PASSWORD);

        assertThat(browser.delete("/api/account/passkeys/" + id, Map.of("password", PASSWORD))
                        .code())
                .isEqualTo("passkey-unknown");
        assertThat(first.get("/api/account/passkeys").body()).hasSize(1);
    }

    private void bind() throws Exception {
        browser.signIn(username, PASSWORD);
        var options = browser.post("/api/account/passkeys/options", Map.of("password", PASSWORD));
        assertThat(options.status()).isEqualTo(200);
        var bound = browser.post(
                "/api/account/passkeys", Map.of("label", "办公电脑", "credential", device.made(options.body())));
        assertThat(bound.status()).as(bound.whole().body()).isEqualTo(204);
    }

    private Browser.Answer prove(Browser with) throws Exception {
        var options = with.post("/api/session/passkey/options", Map.of());
        return with.post("/api/session/passkey", device.proof(options.body()));
    }
}
