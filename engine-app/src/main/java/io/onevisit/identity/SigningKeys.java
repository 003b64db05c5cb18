package io.onevisit.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The key that signs tokens, the same on all nodes: made by the first that needs one, kept enciphered. */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 3072;

    private final JdbcClient sql;
    private final Enciphering cipher;
    private final TransactionTemplate transaction;
    private volatile JWKSet keys;

    SigningKeys(JdbcClient sql, Enciphering cipher, TransactionTemplate transaction) {
        this.sql = sql;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        if (keys == null) {
            keys = transaction.execute(status -> loaded());
        }
        return selector.select(keys);
    }

    private JWKSet loaded() {
        sql.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
                .query((row, n) -> 0)
                .list();
        var kept = sql.sql("select jwk from signing_key order by created_at desc limit 1")
                .query(String.class)
                .optional();
        try {
            return new JWKSet(kept.isPresent() ? JWK.parse(cipher.open(kept.get())) : made());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The key that signs tokens cannot be read", e);
        }
    }

    private JWK made() throws JOSEException {
        var key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(UUID.randomUUID().toString())
                .generate();
        sql.sql("insert into signing_key (kid, jwk) values (?, ?)")
                .params(key.getKeyID(), cipher.seal(key.toJSONString()))
                .update();
        return key;
    }
}
