package io.onevisit.engine.database;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL serves: the embedded one, or an external one where {@code url} is set.
 *
 * @param url JDBC address of an external server; empty for the embedded one
 * @param username the owner of the tables on the external server, used for migrations only
 * @param password its password
 * @param port preferred port of the embedded server; another free one is taken where it is in use, 0 takes any
 * @param binaries where the embedded server's programs are unpacked; empty for the data folder
 * @param applicationRole the ordinary role the application works under
 * @param applicationPassword its password on an external server; empty where the embedded server makes one up
 * @param personRole the role under which signed-in people's reading is done, confined by row security
 * @param personPassword its password on an external server; empty for that of the application's role
 * @param personConnections how many of its connections there may be at once
 * @param settings of the embedded server beyond those it needs, {@code shared_buffers} for one
 */
@ConfigurationProperties("onevisit.postgres")
public record PostgresProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("15432") int port,
        @DefaultValue("") String binaries,
        @DefaultValue("onevisit_app") String applicationRole,
        @DefaultValue("") String applicationPassword,
        @DefaultValue("onevisit_person") String personRole,
        @DefaultValue("") String personPassword,
        @DefaultValue("12") int personConnections,
        @DefaultValue Map<String, String> settings) {

    boolean external() {
        return !url.isBlank();
    }
}
