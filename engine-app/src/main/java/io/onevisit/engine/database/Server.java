package io.onevisit.engine.database;

import java.io.IOException;

/** The running PostgreSQL, ours or somebody else's. */
sealed interface Server extends AutoCloseable {

    DatabaseAddress address();

    @Override
    void close() throws IOException;

    static Server external(PostgresProperties properties) {
        if (properties.applicationPassword().isEmpty()) {
            throw new DatabaseUnavailable(
                    "使用外部数据库时请设置 onevisit.postgres.application-password（角色 %s 的口令）。"
                            .formatted(properties.applicationRole()),
                    "With an external database set onevisit.postgres.application-password.");
        }
        return new External(new DatabaseAddress(
                properties.url(),
                new DatabaseAddress.Login(properties.username(), properties.password()),
                new DatabaseAddress.Login(properties.applicationRole(), properties.applicationPassword()),
                new DatabaseAddress.Login(
                        properties.personRole(),
                        properties.personPassword().isEmpty()
                                ? properties.applicationPassword()
                                : properties.personPassword())));
    }

    record External(DatabaseAddress address) implements Server {
        @Override
        public void close() {}
    }

    record Embedded(EmbeddedServer server) implements Server {
        @Override
        public DatabaseAddress address() {
            return server.address();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
