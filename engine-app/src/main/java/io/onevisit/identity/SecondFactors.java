package io.onevisit.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factor: time-based codes of an authenticator (RFC 6238), each good once, and recovery codes beside it. */
@Component
class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final long STEP_SECONDS = 30;

    private final JdbcClient sql;
    private final Vault vault;
    private final IdentityProperties properties;
    private final ObjectProvider<DemoAccounts> demo;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final Base32 base32 = new Base32();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient sql,
            Vault vault,
            IdentityProperties properties,
            ObjectProvider<DemoAccounts> demo,
            Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.properties = properties;
        this.demo = demo;
        this.clock = clock;
    }

    /** Whether a password alone does not let this account in, whichever of its posts it acts in; the demonstration's own accounts are let off. */
    boolean requiredFor(Accounts.Stored stored) {
        var account = stored.account();
        return Stream.concat(account.roles().stream(), stored.held().stream())
                        .anyMatch(properties.secondFactor().requiredFor()::contains)
                && demo.stream().noneMatch(accounts -> accounts.has(account.username()));
    }

    boolean has(String username) {
        return authenticator(username).filter(Authenticator::confirmed).isPresent();
    }

    int recoveryCodesLeft(String username) {
        return sql.sql("select count(*) from recovery_code where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    /** Makes a secret to be shown to the authenticator; it counts from the first right code on. */
    @Transactional
    public String begin(String username) {
        if (has(username)) {
            throw Problem.conflict("second-factor-there", "您已绑定身份验证器。更换手机的，请先解除原来的绑定。");
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = base32.encodeToString(bytes);
        sql.sql(
                        """
                        insert into authenticator (username, secret) values (?, ?)
                        on conflict (username) do update set secret = excluded.secret, last_step = 0""")
                .params(username, vault.seal(Column.AUTHENTICATOR_SECRET, username, secret))
                .update();
        return secret;
    }

    /** The authenticator has shown a right code: it counts now. Returns the recovery codes, shown this once. */
    @Transactional
    public List<String> confirm(String username, String code) {
        if (has(username)) {
            throw Problem.conflict("second-factor-there", "您已绑定身份验证器。");
        }
        if (!rightCode(username, code)) {
            throw Problem.invalid("second-factor-wrong", "动态码不正确。请确认手机时间准确，输入身份验证器当前显示的 6 位数字。")
                    .with("field", "code");
        }
        sql.sql("update authenticator set confirmed = true where username = ?")
                .param(username)
                .update();
        return newRecoveryCodes(username);
    }

    @Transactional
    public List<String> newRecoveryCodes(String username) {
        sql.sql("delete from recovery_code where username = ?").param(username).update();
        var fresh = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        fresh.forEach(code -> sql.sql("insert into recovery_code (username, code) values (?, ?)")
                .params(username, Digests.sha256(plain(code)))
                .update());
        return fresh;
    }

    @Transactional
    public void remove(String username) {
        sql.sql("delete from recovery_code where username = ?").param(username).update();
        sql.sql("delete from authenticator where username = ?").param(username).update();
        sql.sql("update account set stamp = stamp + 1 where username = ?")
                .param(username)
                .update();
    }

    /** Uses a code of the authenticator or a recovery code up. */
    @Transactional
    public boolean use(String username, String code) {
        return rightCode(username, code)
                || sql.sql("delete from recovery_code where username = ? and code = ?")
                                .params(username, Digests.sha256(plain(code)))
                                .update()
                        > 0;
    }

    /** The clock of a telephone may be half a minute off; a step that was used, and those before it, are gone. */
    private boolean rightCode(String username, String given) {
        var authenticator = authenticator(username);
        if (authenticator.isEmpty() || !given.matches("\\d{6}")) {
            return false;
        }
        var now = clock.instant().getEpochSecond() / STEP_SECONDS;
        for (var step = now - 1; step <= now + 1; step++) {
            if (same(
                    given,
                    code(
                            vault.open(
                                    Column.AUTHENTICATOR_SECRET,
                                    username,
                                    authenticator.get().secret()),
                            step))) {
                return sql.sql(
                                        "update authenticator set last_step = :step where username = :username and last_step < :step")
                                .param("step", step)
                                .param("username", username)
                                .update()
                        > 0;
            }
        }
        return false;
    }

    String code(String secret, long step) {
        try {
            var key = new SecretKeySpec(base32.decode(secret), codes.getAlgorithm());
            return codes.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private String recoveryCode() {
        var bytes = new byte[10];
        random.nextBytes(bytes);
        return base32.encodeToString(bytes).toLowerCase().replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Authenticator> authenticator(String username) {
        return sql.sql("select secret, confirmed from authenticator where username = ?")
                .param(username)
                .query(Authenticator.class)
                .optional();
    }

    private record Authenticator(String secret, boolean confirmed) {}
}
