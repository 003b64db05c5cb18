package io.onevisit.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions lie in the database, so that any node answers any browser and a session ended on one is ended on all. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** "Last seen" need not be truer than a minute: a request that changes nothing else writes nothing. */
    private static final String AT_MOST_EACH_MINUTE =
            """
            update spring_session as present
            set session_id = latest.session_id, last_access_time = latest.last_access_time,
                max_inactive_interval = latest.max_inactive_interval, expiry_time = latest.expiry_time,
                principal_name = latest.principal_name
            from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::text, ?::char(36)))
                as latest (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where present.primary_id = latest.primary_id
              and (latest.last_access_time - present.last_access_time >= 60000
                or present.session_id <> latest.session_id
                or present.max_inactive_interval <> latest.max_inactive_interval
                or present.principal_name is distinct from latest.principal_name)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> fewWrites() {
        return sessions -> sessions.setUpdateSessionQuery(AT_MOST_EACH_MINUTE);
    }

    /** Each statement stands for itself: a session that was written by half is signed out, which is harmless. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }
}
