package io.onevisit.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, the same on all nodes, kept enciphered. One signs; the one after it is shown an hour before it
 * signs, the one before it for a day after, so that no system meets a token whose key it does not know.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 3072;
    private static final Duration SIGNS_FOR = Duration.ofDays(90);
    private static final Duration SHOWN_BEFORE = Duration.ofHours(1);
    private static final Duration SHOWN_AFTER = Duration.ofDays(1);

    /** How long a node may not know of another's change. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final JdbcClient sql;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<String, List<Key>> keys =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(all -> loaded());

    SigningKeys(JdbcClient sql, Vault vault, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every key that is shown: by it tokens are checked. */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(new JWKSet(keys.get("").stream().map(Key::jwk).toList()));
    }

    /** The newest key whose time has come; the oldest where a clock has been put back. */
    JWK signing() {
        var all = keys.get("");
        return all.stream()
                .filter(key -> !key.signsFrom.isAfter(clock.instant()))
                .findFirst()
                .orElse(all.get(all.size() - 1))
                .jwk;
    }

    /** A key that has signed for long enough gets a successor; what nobody needs any more is gone. */
    @Scheduled(cron = "0 10 2 * * *", zone = "Asia/Shanghai")
    @SchedulerLock(name = "signing-keys")
    void renew() {
        transaction.executeWithoutResult(status -> {
            lock();
            var newest = newest();
            if (newest != null && newest.plus(SIGNS_FOR).isBefore(clock.instant())) {
                made(clock.instant().plus(SHOWN_BEFORE));
            }
            sql.sql(
                            """
                            delete from signing_key k where exists
                                (select from signing_key n where n.signs_from > k.signs_from and n.signs_from < ?)""")
                    .param(at(clock.instant().minus(SHOWN_AFTER)))
                    .update();
        });
        keys.invalidateAll();
    }

    /** Somebody else may know the key: a new one signs at once, and tokens signed before are worth nothing. */
    void replace() {
        transaction.executeWithoutResult(status -> {
            lock();
            sql.sql("delete from signing_key").update();
            made(clock.instant());
        });
        keys.invalidateAll();
    }

    private List<Key> loaded() {
        return transaction.execute(status -> {
            lock();
            if (newest() == null) {
                made(clock.instant());
            }
            return sql.sql("select kid, jwk, signs_from from signing_key order by signs_from desc, kid")
                    .query((row, n) -> new Key(
                            read(row.getString("kid"), row.getString("jwk")),
                            row.getObject("signs_from", OffsetDateTime.class).toInstant()))
                    .list();
        });
    }

    private Instant newest() {
        return sql.sql("select max(signs_from) from signing_key")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private void made(Instant signsFrom) {
        try {
            var key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            sql.sql("insert into signing_key (kid, jwk, signs_from) values (?, ?, ?)")
                    .params(
                            key.getKeyID(),
                            vault.seal(Column.SIGNING_KEY, key.getKeyID(), key.toJSONString()),
                            at(signsFrom))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made to sign tokens with", e);
        }
    }

    private JWK read(String kid, String sealed) {
        try {
            return JWK.parse(vault.open(Column.SIGNING_KEY, kid, sealed));
        } catch (ParseException e) {
            throw new IllegalStateException("The key that signs tokens cannot be read", e);
        }
    }

    /** One node at a time makes keys. */
    private void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
                .query((row, n) -> 0)
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Key(JWK jwk, Instant signsFrom) {}
}
