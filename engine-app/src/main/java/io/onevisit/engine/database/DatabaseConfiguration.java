package io.onevisit.engine.database;

import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.engine.DataFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** One PostgreSQL for engine and platform: migrated by its owner, worked with under an ordinary role. */
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
            roles.grantWork(address.application().name());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "无法在数据库 %s 中准备应用角色 %s：%s。请检查 onevisit.postgres.username/password，或预先建好该角色。"
                            .formatted(address.url(), address.application(), e.getMessage()),
                    "The application's role could not be prepared: check the owner's login, or create the role beforehand.",
                    e);
        }
        return new DriverManagerDataSource(
                address.url(), address.owner().name(), address.owner().password());
    }

    @Bean
    @Primary
    @ConfigurationProperties("onevisit.postgres.pool")
    HikariDataSource dataSource(Server server) {
        var address = server.address();
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(address.url())
                .username(address.application().name())
                .password(address.application().password())
                .build();
    }

    @Bean
    PlatformTransactionManager transactionManager(HikariDataSource dataSource) {
        return new PlatformTransactions(dataSource);
    }
}
