package io.onevisit.portal;

import io.onevisit.problems.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by which a helper comes to a draft (帮办码): ten digits to be spoken, of which the first four say which one is meant
 * and the rest are secret. Good once, for half an hour and five tries; who guesses is stopped whatever they guess at.
 */
@Component
class HelpCodes {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    static final int TRIES = 5;
    private static final int HANDLE = 4;
    private static final int LENGTH = 10;
    private static final int MISSES_AN_HOUR = 10;
    private static final int HANDLES = 10_000;
    private static final int SECRETS = 1_000_000;
    private static final int DRAWS = 50;

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HelpCodes(JdbcClient sql, PasswordEncoder encoder, Clock clock) {
        this.sql = sql;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** A new code for a draft; shown once, kept hashed. */
    @Transactional
    public Made make(String owner, UUID draft) {
        sql.sql("update draft_help set ended_at = :now where helper is null and ended_at is null and made_at < :old")
                .param("now", now())
                .param("old", now().minus(GOOD_FOR))
                .update();
        var secret = "%06d".formatted(random.nextInt(SECRETS));
        for (var draw = 0; draw < DRAWS; draw++) {
            var handle = "%04d".formatted(random.nextInt(HANDLES));
            var made = sql.sql(
                            """
                            insert into draft_help (id, draft_id, owner, handle, secret, made_at)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(UUID.randomUUID(), draft, owner, handle, encoder.encode(secret), now())
                    .update();
            if (made > 0) {
                return new Made(
                        "%s %s %s".formatted(handle, secret.substring(0, 3), secret.substring(3)),
                        now().plus(GOOD_FOR));
            }
        }
        throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "help-codes-busy", "暂时无法出具帮办码，请稍后再试。");
    }

    /** Which help a code opens; empty where it opens none. In a transaction of its own: a wrong try counts in any case. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<UUID> find(String helper, String typed) {
        refuseGuessing(helper);
        var code = typed.replaceAll("[\\s-]", "");
        var found =
                code.matches("\\d{" + LENGTH + "}") ? offered(code.substring(0, HANDLE)) : Optional.<Offered>empty();
        if (found.isPresent()) {
            sql.sql("update draft_help set tries = tries + 1 where id = ?")
                    .param(found.get().id())
                    .update();
        }
        var right = found.filter(help -> encoder.matches(code.substring(HANDLE), help.secret()));
        if (right.isEmpty()) {
            sql.sql("insert into draft_help_miss (helper, at) values (?, ?)")
                    .params(helper, now())
                    .update();
        }
        return right.map(Offered::id);
    }

    private void refuseGuessing(String helper) {
        sql.sql("delete from draft_help_miss where helper = ? and at < ?")
                .params(helper, now().minusHours(1))
                .update();
        var misses = sql.sql("select count(*) from draft_help_miss where helper = ?")
                .param(helper)
                .query(Integer.class)
                .single();
        if (misses >= MISSES_AN_HOUR) {
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes", "输错帮办码的次数过多，请一小时后再试。");
        }
    }

    private Optional<Offered> offered(String handle) {
        return sql.sql(
                        """
                        select id, secret from draft_help where handle = :handle and helper is null and ended_at is null
                            and tries < :tries and made_at > :old for update""")
                .param("handle", handle)
                .param("tries", TRIES)
                .param("old", now().minus(GOOD_FOR))
                .query(Offered.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    record Made(String code, OffsetDateTime until) {}

    private record Offered(UUID id, String secret) {}
}
