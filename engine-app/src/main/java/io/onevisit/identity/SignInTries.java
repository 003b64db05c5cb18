package io.onevisit.identity;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses passwords, without letting a guesser lock the owner out. Each place that tries an account has
 * its own count, from the sixth wrong try on with waits that double. All places together have another, which spaces the
 * tries of unknown devices only. A browser in which the account was signed in before counts by itself.
 */
@Component
class SignInTries {

    private static final String EVERYWHERE = "*";
    private static final int FREE_HERE = 5;
    private static final int FREE_EVERYWHERE = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration SPACING = Duration.ofSeconds(10);
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    private final JdbcClient sql;
    private final KnownDevices devices;
    private final Clock clock;

    SignInTries(JdbcClient sql, KnownDevices devices, Clock clock) {
        this.sql = sql;
        this.devices = devices;
        this.clock = clock;
    }

    /** Counts a try before it is made, so that many at once gain nothing; a 429 problem while it has to wait. */
    @Transactional
    public void take(String account, Source source) {
        var known = devices.knows(account, source.device());
        var here = locked(account, known ? device(source) : source.address());
        refuseEarly(here);
        if (!known) {
            var everywhere = locked(account, EVERYWHERE);
            refuseEarly(everywhere);
            count(everywhere, everywhere.tries() < FREE_EVERYWHERE ? Duration.ZERO : SPACING);
        }
        count(here, here.tries() < FREE_HERE ? Duration.ZERO : doubled(here.tries() - FREE_HERE));
    }

    /** The try was the owner's: from here it begins anew. */
    @Transactional
    public void succeeded(String account, Source source) {
        sql.sql("delete from sign_in_try where account = ? and source in (?, ?)")
                .params(key(account), source.address(), device(source))
                .update();
    }

    /** The password was right but the second factor is still asked for: neither wrong nor done. */
    @Transactional
    public void takeBack(String account, Source source) {
        sql.sql(
                        """
                        update sign_in_try set tries = greatest(tries - 1, 0), free_from = last_at
                        where account = ? and source in (?, ?, '*')""")
                .params(key(account), source.address(), device(source))
                .update();
    }

    private Tries locked(String account, String source) {
        var now = now();
        sql.sql(
                        "insert into sign_in_try (account, source, last_at, free_from) values (?, ?, ?, ?) on conflict do nothing")
                .params(key(account), source, now, now)
                .update();
        var tries = sql.sql("select * from sign_in_try where account = ? and source = ? for update")
                .params(key(account), source)
                .query(Tries.class)
                .single();
        return tries.lastAt().plus(FORGIVEN_AFTER).isBefore(now) ? tries.forgiven(now) : tries;
    }

    private void refuseEarly(Tries tries) {
        var wait = Duration.between(now(), tries.freeFrom());
        if (wait.compareTo(Duration.ZERO) > 0) {
            var seconds = wait.plusMillis(999).toSeconds();
            throw new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "sign-in-wait",
                            "尝试次数较多，请 %s后再试。忘记密码的，可以用手机验证码重置。".formatted(words(seconds)))
                    .with("seconds", seconds);
        }
    }

    private void count(Tries tries, Duration wait) {
        sql.sql("update sign_in_try set tries = ?, last_at = ?, free_from = ? where account = ? and source = ?")
                .params(tries.tries() + 1, now(), now().plus(wait), tries.account(), tries.source())
                .update();
    }

    private static Duration doubled(int times) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(times, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String words(long seconds) {
        return seconds < 90 ? seconds + " 秒" : (seconds + 59) / 60 + " 分钟";
    }

    /** What somebody typed as a name may be a password: it is kept as a digest only. */
    private static String key(String account) {
        return Digests.sha256(account);
    }

    private static String device(Source source) {
        return "device:" + Digests.sha256(source.device());
    }

    /** As exact as the database keeps it: rounded up there, a moment would lie ahead of itself. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private record Tries(String account, String source, int tries, OffsetDateTime lastAt, OffsetDateTime freeFrom) {
        Tries forgiven(OffsetDateTime now) {
            return new Tries(account, source, 0, now, now);
        }
    }
}
