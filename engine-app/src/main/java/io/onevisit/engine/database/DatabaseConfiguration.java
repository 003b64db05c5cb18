package io.onevisit.engine.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.engine.DataFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** One PostgreSQL for engine and platform: migrated by its owner, worked with under ordinary roles. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Closed by Spring after everything that was built on it: the pool, the engine, the web server. */
    @Bean(destroyMethod = "close")
    Server databaseServer(PostgresProperties properties, DataFolder data) {
        if (properties.external()) {
            return Server.external(properties);
        }
        var binaries = properties.binaries().isBlank()
                ? data.resolve("postgres-binaries")
                : Path.of(properties.binaries()).toAbsolutePath();
        return new Server.Embedded(EmbeddedServer.start(
                data.resolve("postgres"),
                binaries,
                properties.port(),
                properties.applicationRole(),
                properties.personRole(),
                properties.settings()));
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(Server server) {
        var address = server.address();
        try (var connection = address.asOwner()) {
            var roles = new Roles(connection);
            roles.ensureLogin(
                    address.application().name(), address.application().password());
            roles.ensureLogin(address.person().name(), address.person().password());
            roles.grantWork(address.application().name());
            roles.grantLooking(address.person().name());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "无法在数据库 %s 中准备应用角色 %s 和 %s：%s。请检查 onevisit.postgres.username/password，或预先建好这两个角色。"
                            .formatted(address.url(), address.application(), address.person(), e.getMessage()),
                    "The application's roles could not be prepared: check the owner's login, or create both beforehand.",
                    e);
        }
        return new DriverManagerDataSource(
                address.url(), address.owner().name(), address.owner().password());
    }

    /** The policies of migrations name both roles, which an external database may call otherwise. */
    @Bean
    FlywayConfigurationCustomizer roleNames(Server server) {
        var address = server.address();
        return flyway -> flyway.initSql(
                "SELECT set_config('onevisit.application_role', '%s', false), set_config('onevisit.person_role', '%s', false)"
                        .formatted(
                                literal(address.application().name()),
                                literal(address.person().name())));
    }

    private static String literal(String name) {
        return name.replace("'", "''");
    }

    /** The platform's own connections; everybody else takes {@link #dataSource}, which hands them out too. */
    @Bean
    @ConfigurationProperties("onevisit.postgres.pool")
    HikariDataSource platformPool(Server server) {
        var pool = pool(server.address().url(), server.address().application());
        pool.setConnectionInitSql(PlatformTransactions.PLANS_FOR_KEYS);
        return pool;
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource platformPool, Server server, PostgresProperties properties) {
        var settings = new HikariConfig();
        platformPool.copyStateTo(settings);
        settings.setPoolName("persons");
        settings.setConnectionInitSql(null);
        settings.setMaximumPoolSize(properties.personConnections());
        settings.setMinimumIdle(Math.min(2, properties.personConnections()));
        settings.setUsername(server.address().person().name());
        settings.setPassword(server.address().person().password());
        return new RowViewDataSource(platformPool, new HikariDataSource(settings));
    }

    private static HikariDataSource pool(String url, DatabaseAddress.Login login) {
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(url)
                .username(login.name())
                .password(login.password())
                .build();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new PlatformTransactions(dataSource);
    }
}
