package io.onevisit.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords as they are kept: hashed slowly, and hashed anew when the way of hashing has become old. */
@Component
class Passwords {

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(JdbcClient sql, PasswordEncoder encoder) {
        this.sql = sql;
        this.encoder = encoder;
        this.nobody = encoder.encode("nobody");
    }

    String hashed(String password) {
        return encoder.encode(password);
    }

    /** Whether it is the account's password; nobody's costs as much time as a wrong one. */
    boolean matches(String given, Optional<Accounts.Stored> account) {
        var right =
                encoder.matches(given, account.map(Accounts.Stored::password).orElse(nobody));
        return right && account.isPresent();
    }

    /** Hashes a password that was just right in the current way, if it is kept in an older one. */
    @Transactional
    public void renew(Accounts.Stored account, String password) {
        if (encoder.upgradeEncoding(account.password())) {
            sql.sql("update account set password = ? where username = ? and password = ?")
                    .params(hashed(password), account.account().username(), account.password())
                    .update();
        }
    }

    /** Sets a new password; sessions begun with the old one are over. */
    @Transactional
    public void set(String username, String password, boolean temporary) {
        sql.sql("update account set password = ?, password_temporary = ?, stamp = stamp + 1 where username = ?")
                .params(hashed(password), temporary, username)
                .update();
        sql.sql("delete from known_device where username = ?").param(username).update();
    }
}
