package io.onevisit.identity;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What signing in leaves behind and for how long, see {@code retention/rules.yaml}. */
@Configuration(proxyBeanMethods = false)
class SignOnPeriods {

    private static final String TEXT = "text";

    @Bean
    Perishable phoneCodes(JdbcClient sql) {
        return new PerishableRows(sql, "phone-codes", "phone_code", new Key("id", "bigint"), "sent_at");
    }

    @Bean
    Perishable signInTriesOver(JdbcClient sql) {
        return new PerishableRows(
                sql, "sign-in-tries", "sign_in_try", new Key("(account || ' ' || source)", TEXT), "last_at");
    }

    @Bean
    Perishable devicesNotSeen(JdbcClient sql) {
        return new PerishableRows(
                        sql, "known-devices", "known_device", new Key("(username || ' ' || device)", TEXT), "last_used")
                .ownedBy("username");
    }

    @Bean
    Perishable endedSessions(JdbcClient sql) {
        return new PerishableRows(
                        sql,
                        "ended-sessions",
                        "spring_session",
                        new Key("primary_id", "char(36)"),
                        "to_timestamp(expiry_time / 1000.0)")
                .ownedBy("principal_name");
    }

    @Bean
    Perishable endedTokens(JdbcClient sql) {
        return new PerishableRows(
                sql,
                "ended-tokens",
                "oauth2_authorization",
                new Key("id", TEXT),
                "coalesce(access_token_expires_at, authorization_code_expires_at)");
    }

    @Bean
    Perishable usedAssertions(JdbcClient sql) {
        return new PerishableRows(
                sql, "used-assertions", "used_assertion", new Key("(client_id || ' ' || jti)", TEXT), "until");
    }
}
