package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person comes by an account, and by a new password, without anybody learning who has one. */
@PlatformTest
class RegistrationTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "湘江北去橘子洲头2026";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    SentCodes telephones;

    @Autowired
    MutableClock time;

    private Browser browser;
    private String phone;
    private String idNo;

    @BeforeEach
    void somebodyNew() {
        sql.sql("delete from phone_code").update(); // all tests come from one place, which may ask only so often
        browser = new Browser(port);
        var n = COUNT.incrementAndGet();
        phone = "1370000%04d".formatted(n);
        idNo = People.idNo("43010319850505", n);
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void somebodyRegistersWithNumberAndTelephoneAndSignsInByTelephone() throws Exception {
        assertThat(register(phone, idNo, code(phone, "REGISTER")).status()).isEqualTo(202);

        var signedIn = browser.signIn(phone, PASSWORD);

        assertThat(signedIn.status()).as(signedIn.whole().body()).isEqualTo(200);
        assertThat(signedIn.body().path("roles").toString()).isEqualTo("[\"CITIZEN\"]");
        assertThat(signedIn.body().path("kind").asText()).isEqualTo("NATURAL");
        assertThat(signedIn.body().path("level").asInt()).isEqualTo(Account.SAID);
    }

    @Test
    void aNumberThatWasOnlyTypedOpensNobodysPapersAndKeepsNobodyOut() throws Exception {
        register(phone, idNo, code(phone, "REGISTER"));
        browser.signIn(phone, PASSWORD);

        assertThat(browser.get("/api/account").body().path("idNo").isNull()).isTrue();
        assertThat(browser.get("/api/licenses").status()).isEqualTo(403);
        var other = "136" + phone.substring(3);
        register(other, idNo, code(other, "REGISTER"));
        assertThat(new Browser(port).signIn(other, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aWrongCheckDigitIsNamedBeforeAnythingElse() throws Exception {
        var wrong = idNo.substring(0, 17) + (idNo.endsWith("1") ? "2" : "1");

        var answer = register(phone, wrong, "000000");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).isEqualTo("idNo");
    }

    @Test
    void passwordsThatGuessersTryFirstAreRefused() throws Exception {
        for (var weak : new String[] {"12345678", "password1", idNo.substring(6, 14), "a" + phone, "onevisit"}) {
            var answer = browser.post("/api/account/registration", wanted(phone, idNo, "000000", weak));
            assertThat(answer.code()).as(weak).isEqualTo("password-weak");
        }
    }

    @Test
    void aCodeIsGoodForFiveTriesAndOnce() throws Exception {
        var right = code(phone, "REGISTER");
        var wrong = right.equals("111111") ? "222222" : "111111";
        for (var i = 0; i < 5; i++) {
            assertThat(register(phone, idNo, wrong).code()).isEqualTo("code-wrong");
        }
        assertThat(register(phone, idNo, right).code()).isEqualTo("code-wrong");

        time.advance(Duration.ofMinutes(2));
        var second = code(phone, "REGISTER");
        assertThat(register(phone, idNo, second).status()).isEqualTo(202);
        assertThat(register(phone, idNo, second).code()).isEqualTo("code-wrong");
    }

    @Test
    void aCodeIsGoodForFiveMinutesAndForItsPurposeOnly() throws Exception {
        var code = code(phone, "REGISTER");
        var reset =
                browser.post("/api/account/password-reset", Map.of("phone", phone, "code", code, "password", PASSWORD));
        assertThat(reset.code()).isEqualTo("code-wrong");

        time.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(register(phone, idNo, code).code()).isEqualTo("code-wrong");
    }

    @Test
    void codesAreKeptHashedAndAskedForOncePerMinute() throws Exception {
        var code = code(phone, "REGISTER");

        var kept = sql.sql("select code from phone_code where phone = ?")
                .param(vault.key(Kind.PHONE, phone))
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{argon2}").doesNotContain(code);
        assertThat(ask(phone, "REGISTER").status()).isEqualTo(429);
    }

    @Test
    void whoAlreadyHasAnAccountIsAnsweredLikeWhoHasNone() throws Exception {
        var first = register(phone, idNo, code(phone, "REGISTER"));
        sql.sql("update account set level = 4 where phone_key = ?")
                .param(vault.key(Kind.PHONE, phone))
                .update();
        var other = "135" + phone.substring(3);

        var sameNumber = register(other, idNo, code(other, "REGISTER"));

        assertThat(sameNumber.status()).isEqualTo(first.status());
        assertThat(sameNumber.whole().body()).isEqualTo(first.whole().body());
        assertThat(sql.sql("select count(*) from account where id_no_key = ?")
                        .param(vault.key(Kind.ID_NO, idNo))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(new Browser(port).signIn(other, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordByTelephoneEndsWhatWasBegunWithTheOld() throws Exception {
        register(phone, idNo, code(phone, "REGISTER"));
        browser.signIn(phone, PASSWORD);
        var fresh = "岳麓山下爱晚亭2026";

        var answer = browser.post(
                "/api/account/password-reset", Map.of("phone", phone, "code", code(phone, "RESET"), "password", fresh));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(401);
        assertThat(browser.signIn(phone, fresh).status()).isEqualTo(200);
    }

    @Test
    void aResetForAnUnknownTelephoneIsAnsweredTheSameAndSendsNothing() throws Exception {
        register(phone, idNo, code(phone, "REGISTER"));
        var unknown = "134" + phone.substring(3);

        var forKnown = ask(phone, "RESET");
        var forUnknown = ask(unknown, "RESET");

        assertThat(forUnknown.status()).isEqualTo(forKnown.status()).isEqualTo(202);
        assertThat(forUnknown.whole().body()).isEqualTo(forKnown.whole().body());
        telephones.codeOn(phone);
        assertThat(telephones.on(unknown)).isEmpty();
        var guess = browser.post(
                "/api/account/password-reset", Map.of("phone", unknown, "code", "123456", "password", PASSWORD));
        assertThat(guess.code()).isEqualTo("code-wrong");
    }

    private Browser.Answer ask(String phone, String purpose) throws Exception {
        if (purpose.equals("RESET")) {
            sql.sql("delete from phone_code where phone = ?")
                    .param(vault.key(Kind.PHONE, phone))
                    .update();
        }
        return browser.post("/api/account/codes", Map.of("phone", phone, "purpose", purpose));
    }

    private String code(String phone, String purpose) throws Exception {
        var before = telephones.on(phone).size();
        assertThat(ask(phone, purpose).status()).isEqualTo(202);
        for (var i = 0; i < 100 && telephones.on(phone).size() == before; i++) {
            Thread.sleep(20);
        }
        return telephones.codeOn(phone);
    }

    private Browser.Answer register(String phone, String idNo, String code) throws Exception {
        return browser.post("/api/account/registration", wanted(phone, idNo, code, PASSWORD));
    }

    private static Map<String, Object> wanted(String phone, String idNo, String code, String password) {
        return new HashMap<>(Map.of(
                "name", "测试新人", "idNo", idNo, "phone", phone, "code", code, "password", password, "agreed", true));
    }
}
