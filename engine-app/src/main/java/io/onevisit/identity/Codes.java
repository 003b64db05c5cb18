package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by which somebody proves to hold a telephone: six digits, good once, for five minutes and five tries. What is
 * answered never tells whether an account has the number.
 */
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int A_DAY = 10;
    private static final int FROM_ONE_PLACE_AN_HOUR = 30;

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final ObjectProvider<CodeSender> senders;
    private final Executor later;
    private final Clock clock;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Codes(
            JdbcClient sql,
            PasswordEncoder encoder,
            ObjectProvider<CodeSender> senders,
            @Qualifier("applicationTaskExecutor") Executor later,
            Clock clock,
            Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.encoder = encoder;
        this.senders = senders;
        this.later = later;
        this.clock = clock;
    }

    /** What a code is for; one sent for this is not good for that. */
    enum Purpose {
        REGISTER("您正在注册“一件事一次办”账号，验证码 %s，5 分钟内有效。请勿告诉他人。"),
        RESET("您正在重置“一件事一次办”账号的密码，验证码 %s，5 分钟内有效。请勿告诉他人。"),
        /** The owner of a draft tells it to the officer who helps them. */
        CONFIRM("%2$s，同意的，请把验证码告诉帮您办理的工作人员，验证码 %1$s，5 分钟内有效。不是本人意愿的，请勿告诉他人。");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }
    }

    /** Makes a code; it is sent only where {@code wanted}, and nobody can tell from outside. */
    @Transactional
    public String send(String phone, Purpose purpose, Source source, boolean wanted) {
        return send(phone, purpose, "", source, wanted);
    }

    /** A code for what the message names. */
    @Transactional
    public String send(String phone, Purpose purpose, String what, Source source) {
        return send(phone, purpose, what, source, true);
    }

    private String send(String phone, Purpose purpose, String what, Source source, boolean wanted) {
        var sender = sender();
        refuseTooMany(phone, source);
        var code = "%06d".formatted(random.nextInt(1_000_000));
        sql.sql("insert into phone_code (phone, purpose, code, source, sent_at) values (?, ?, ?, ?, ?)")
                .params(vault.key(Kind.PHONE, phone), purpose.name(), encoder.encode(code), source.address(), now())
                .update();
        if (wanted) {
            tell(phone, purpose.words.formatted(code, what));
        }
        return sender.hint();
    }

    /** Sends a text after this request has been answered, so that the answer takes as long as without one. */
    void tell(String phone, String text) {
        var sender = sender();
        later.execute(() -> sender.send(phone, text));
    }

    /** Uses the newest code up; a problem where it is wrong, old, used or tried too often. */
    @Transactional(noRollbackFor = Problem.class)
    public void use(String phone, Purpose purpose, String given) {
        var sent = newest(phone, purpose);
        var good = sent.filter(code -> code.tries() < TRIES && !code.used())
                .filter(code -> code.sentAt().plus(GOOD_FOR).isAfter(now()));
        good.ifPresent(code -> sql.sql("update phone_code set tries = tries + 1 where id = ?")
                .param(code.id())
                .update());
        if (good.isEmpty() || !encoder.matches(given, good.get().code())) {
            throw Problem.invalid("code-wrong", "验证码不正确或已过期，请核对，或者重新获取。").with("field", "code");
        }
        sql.sql("update phone_code set used = true where id = ?")
                .param(good.get().id())
                .update();
    }

    /** Locked, so that of many guesses at once each is counted before the next is made. */
    private Optional<Sent> newest(String phone, Purpose purpose) {
        return sql.sql(
                        """
                        select id, code, sent_at, tries, used from phone_code
                        where phone = ? and purpose = ? order by sent_at desc, id desc limit 1 for update""")
                .params(vault.key(Kind.PHONE, phone), purpose.name())
                .query(Sent.class)
                .optional();
    }

    private void refuseTooMany(String phone, Source source) {
        var sent = sql.sql(
                        """
                        select count(*) filter (where phone = :phone and sent_at > :lately) as lately,
                            count(*) filter (where phone = :phone) as today,
                            count(*) filter (where source = :source and sent_at > :hour) as here
                        from phone_code where (phone = :phone or source = :source) and sent_at > :day""")
                .param("phone", vault.key(Kind.PHONE, phone))
                .param("source", source.address())
                .param("lately", now().minus(BETWEEN))
                .param("hour", now().minusHours(1))
                .param("day", now().minusDays(1))
                .query(Lately.class)
                .single();
        if (sent.lately() > 0) {
            throw tooMany("验证码一分钟内只能获取一次，请稍候再试。");
        }
        if (sent.today() >= A_DAY || sent.here() >= FROM_ONE_PLACE_AN_HOUR) {
            throw tooMany("获取验证码的次数过多，请过些时候再试，或者到政务大厅窗口办理。");
        }
    }

    private static Problem tooMany(String sentence) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes", sentence);
    }

    private CodeSender sender() {
        return senders.orderedStream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "no-code-sender", "短信服务尚未开通，请到政务大厅窗口办理，或者拨打 12345。"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Sent(long id, String code, OffsetDateTime sentAt, int tries, boolean used) {}

    private record Lately(long lately, long today, long here) {}
}
