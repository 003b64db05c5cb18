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

/** Officers sign in with two factors. */
@PlatformTest
class SecondFactorTest {

    private static final String PASSWORD = "洞庭湖畔岳阳楼记";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    SecondFactors factors;

    @Autowired
    MutableClock time;

    private String username;
    private Browser browser;

    @BeforeEach
    void anOfficerWithoutOne() {
        username = "f" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, kind, level)
                        values (?, '测试双因素', ?, '{}', '430000', 'STAFF', 4)""")
                .params(username, encoder.encode(PASSWORD))
                .update();
        new People(sql).post(username, Set.of(Role.ANALYST), null, "430000");
        browser = new Browser(port);
        time.setTo(time.instant());
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void thePasswordAloneLeadsToEnrolmentAndNoFurther() throws Exception {
        var signedIn = browser.signIn(username, PASSWORD);

        assertThat(signedIn.body().path("next").asText()).isEqualTo("second-factor");
        assertThat(signedIn.body().path("roles")).isEmpty();
        assertThat(browser.get("/api/studio/bundles").code()).isEqualTo("sign-in-unfinished");
        assertThat(browser.get("/api/messages").code()).isEqualTo("sign-in-unfinished");
    }

    @Test
    void afterEnrolmentTheSessionIsWhole() throws Exception {
        enrol();

        assertThat(browser.get("/api/session").body().path("next").isNull()).isTrue();
        assertThat(browser.get("/api/studio/bundles").status()).isEqualTo(200);
    }

    @Test
    void signingInAsksForTheCodeAndTakesEachOnce() throws Exception {
        var secret = enrol();
        time.advance(Duration.ofMinutes(2));
        var again = new Browser(port);

        assertThat(again.signIn(username, PASSWORD).code()).isEqualTo("second-factor-required");
        assertThat(again.signIn(username, PASSWORD, "000000").code()).isEqualTo("second-factor-wrong");
        assertThat(again.signIn(username, PASSWORD, now(secret)).status()).isEqualTo(200);
        assertThat(again.get("/api/studio/bundles").status()).isEqualTo(200);
        assertThat(new Browser(port).signIn(username, PASSWORD, now(secret)).code())
                .isEqualTo("second-factor-wrong");
    }

    @Test
    void withAWrongPasswordNobodyIsAskedForACode() throws Exception {
        var secret = enrol();
        time.advance(Duration.ofMinutes(2));

        assertThat(new Browser(port).signIn(username, "nonsense", now(secret)).code())
                .isEqualTo("sign-in-failed");
    }

    @Test
    void aTelephonesClockMayBeHalfAMinuteOffAndNoMore() throws Exception {
        var secret = enrol();
        time.advance(Duration.ofMinutes(10));
        var step = time.instant().getEpochSecond() / 30;

        assertThat(factors.use(username, factors.code(secret, step - 2))).isFalse();
        assertThat(factors.use(username, factors.code(secret, step - 1))).isTrue();
        assertThat(factors.use(username, factors.code(secret, step + 1))).isTrue();
        assertThat(factors.use(username, factors.code(secret, step)))
                .as("before a used one")
                .isFalse();
    }

    @Test
    void codesAreThoseOfTheStandard() {
        // RFC 6238, appendix B, the last six of eight digits; the secret is "12345678901234567890" in base32
        var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertThat(factors.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(factors.code(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(factors.code(secret, 2000000000L / 30)).isEqualTo("279037");
    }

    @Test
    void aRecoveryCodeWorksOnceAndIsKeptHashed() throws Exception {
        browser.signIn(username, PASSWORD);
        var codes = enrolment().body().path("codes");
        assertThat(codes).hasSize(10);
        var code = codes.get(0).asText();
        assertThat(sql.sql("select count(*) from recovery_code where code = ? or code = ?")
                        .params(code, code.replace("-", ""))
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(new Browser(port)
                        .signIn(username, PASSWORD, code.toUpperCase())
                        .status())
                .isEqualTo(200);
        assertThat(new Browser(port).signIn(username, PASSWORD, code).code()).isEqualTo("second-factor-wrong");
    }

    @Test
    void theSecretIsNotReadableInTheDatabase() throws Exception {
        var secret = enrol();

        assertThat(sql.sql("select secret from authenticator where username = ?")
                        .param(username)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void guessingCodesIsSlowedLikeGuessingPasswords() throws Exception {
        enrol();
        time.advance(Duration.ofMinutes(2));
        var guesser = new Browser(port);
        for (var n = 0; n < 6; n++) {
            guesser.signIn(username, PASSWORD, "00000" + n);
        }

        assertThat(guesser.signIn(username, PASSWORD, "000009").code()).isEqualTo("sign-in-wait");
    }

    private String enrol() throws Exception {
        browser.signIn(username, PASSWORD);
        var begun = browser.post("/api/account/second-factor", Map.of("password", PASSWORD));
        assertThat(begun.body().path("picture").asText()).startsWith("data:image/svg+xml;base64,");
        var secret = begun.body().path("secret").asText().replace(" ", "");
        assertThat(browser.put("/api/account/second-factor", Map.of("code", now(secret)))
                        .status())
                .isEqualTo(200);
        return secret;
    }

    private Browser.Answer enrolment() throws Exception {
        var begun = browser.post("/api/account/second-factor", Map.of("password", PASSWORD));
        var secret = begun.body().path("secret").asText().replace(" ", "");
        return browser.put("/api/account/second-factor", Map.of("code", now(secret)));
    }

    private String now(String secret) {
        return factors.code(secret, time.instant().getEpochSecond() / 30);
    }
}
