package io.onevisit.portal;

import io.onevisit.identity.Account;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One key per clerk, under which their browser keeps what it takes in without the network. */
@Component
class OfflineKeys {

    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Vault vault;
    private final Clock time;
    private final SecureRandom random = new SecureRandom();

    OfflineKeys(JdbcClient sql, Vault vault, Clock time) {
        this.sql = sql;
        this.vault = vault;
        this.time = time;
    }

    /** The clerk's key, always the same: the browser never writes it down, and asks for it again after signing in. */
    @Transactional
    String of(Account clerk) {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        sql.sql("insert into offline_key (username, key, made_at) values (?, ?, ?) on conflict do nothing")
                .params(
                        clerk.username(),
                        vault.seal(
                                Column.OFFLINE_KEY,
                                clerk.username(),
                                Base64.getEncoder().encodeToString(fresh)),
                        Timestamp.from(time.instant()))
                .update();
        return vault.open(
                Column.OFFLINE_KEY,
                clerk.username(),
                sql.sql("select key from offline_key where username = ?")
                        .param(clerk.username())
                        .query(String.class)
                        .single());
    }
}
