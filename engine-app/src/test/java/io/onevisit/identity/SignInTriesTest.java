package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Guessing gets slow, the owner stays in, and nobody learns which names exist. */
@PlatformTest
class SignInTriesTest {

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    @Autowired
    SignInTries tries;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock time;

    private final AtomicInteger checked = new AtomicInteger();
    private SignIn signIn;
    private String username;
    private Source owner;

    @BeforeEach
    void anOwnerWithAKnownDevice() {
        signIn = new SignIn(accounts, new Passwords(sql, new Quick()), factors, tries);
        username = "t" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, level)
                        values (?, '测试尝试', 'quick:right', '{CITIZEN}', '430102', 4)""")
                .param(username)
                .update();
        owner = new Source(
                "10.1.0.1", "", "f".repeat(56) + username.substring(1, 9).replaceAll("[^0-9a-f]", "0"));
        sql.sql("insert into known_device (username, device, last_used) values (?, ?, ?)")
                .params(username, Digests.sha256(owner.device()), time.instant().atOffset(ZoneOffset.UTC))
                .update();
        time.setTo(time.instant());
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void tenThousandWrongPasswordsAreHardlyTriedAndTheOwnerStillComesIn() throws Exception {
        var guessers = Executors.newFixedThreadPool(4);
        IntStream.range(0, 10_000)
                .forEach(n -> guessers.submit(() -> catchThrowableOfType(
                        Problem.class, () -> signIn.prove(username, "guess" + n, null, at("172.16.0." + n % 200)))));
        guessers.shutdown();
        assertThat(guessers.awaitTermination(4, TimeUnit.MINUTES)).isTrue();

        assertThat(checked).hasValueBetween(50, 51);
        assertThat(signIn.prove(username, "right", null, owner)
                        .account()
                        .account()
                        .username())
                .isEqualTo(username);
        var elsewhere = at("10.9.9.9");
        assertThat(code(username, "right", elsewhere)).isEqualTo("sign-in-wait");
        time.advance(Duration.ofSeconds(11));
        assertThat(signIn.prove(username, "right", null, elsewhere)).isNotNull();
    }

    @Test
    void anHourOfGuessingFromOnePlaceIsAFewTries() {
        var place = at("172.17.0.1");
        for (var second = 0; second < 3600; second++) {
            var n = second;
            catchThrowableOfType(Problem.class, () -> signIn.prove(username, "guess" + n, null, place));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(checked.get()).isLessThan(20);
    }

    @Test
    void aGuesserInTheOwnersOwnNetworkDoesNotStopTheKnownDevice() {
        var neighbour = at(owner.address());
        IntStream.range(0, 20).forEach(n -> code(username, "guess" + n, neighbour));

        assertThat(code(username, "right", neighbour)).isEqualTo("sign-in-wait");
        assertThat(signIn.prove(username, "right", null, owner)).isNotNull();
    }

    @Test
    void aDeviceOfSomebodyElseIsNoKnownDevice() {
        var invented = new Source("172.18.0.1", "", "a".repeat(64));
        IntStream.range(0, 20).forEach(n -> code(username, "guess" + n, invented));

        assertThat(code(username, "right", at("172.18.0.1"))).isEqualTo("sign-in-wait");
    }

    @Test
    void theOwnersOwnSlipsOnAKnownDeviceWaitTooButForgetWithSuccess() {
        IntStream.range(0, 6).forEach(n -> code(username, "guess" + n, owner));
        assertThat(code(username, "right", owner)).isEqualTo("sign-in-wait");

        time.advance(Duration.ofSeconds(3));
        assertThat(signIn.prove(username, "right", null, owner)).isNotNull();
        assertThat(code(username, "wrong", owner)).isEqualTo("sign-in-failed");
    }

    @Test
    void anUnknownNameIsAnsweredTryByTryLikeAKnownOneAndCostsTheSame() {
        var unknown = "nobody-" + username;
        for (var n = 0; n < 60; n++) {
            var place = at("172.19.0." + n % 9);
            var before = checked.get();
            var known = refusal(username, place);
            var between = checked.get();
            var other = refusal(unknown, place);

            assertThat(other.code()).isEqualTo(known.code());
            assertThat(other.status()).isEqualTo(known.status());
            assertThat(other.getMessage()).isEqualTo(known.getMessage());
            assertThat(checked.get() - between).isEqualTo(between - before);
            time.advance(Duration.ofMillis(700));
        }
    }

    @Test
    void whatWasTypedAsANameIsNotKept() {
        code("my-Secret-typed-in-the-wrong-field", "x", at("172.20.0.1"));

        assertThat(sql.sql("select count(*) from sign_in_try where account like '%Secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aClosedAccountLooksLikeNone() {
        sql.sql("update account set enabled = false where username = ?")
                .param(username)
                .update();

        assertThatThrownBy(() -> signIn.prove(username, "right", null, owner))
                .hasMessage(refusal("nobody-at-all", at("172.21.0.1")).getMessage());
    }

    private String code(String name, String password, Source source) {
        return catchThrowableOfType(Problem.class, () -> signIn.prove(name, password, null, source))
                .code();
    }

    private Problem refusal(String name, Source source) {
        return catchThrowableOfType(Problem.class, () -> signIn.prove(name, "guess", null, source));
    }

    private static Source at(String address) {
        return new Source(address, "", "");
    }

    /** Costs nothing, so that ten thousand tries show what is allowed and not what is slow. */
    private final class Quick implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return "quick:" + password;
        }

        @Override
        public boolean matches(CharSequence password, String kept) {
            checked.incrementAndGet();
            return kept.equals("quick:" + password);
        }
    }
}
