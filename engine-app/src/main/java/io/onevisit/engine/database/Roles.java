package io.onevisit.engine.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes the database's roles; statements that PostgreSQL can't parameterise are quoted by the server itself. */
final class Roles {

    private final Connection connection;

    Roles(Connection connection) {
        this.connection = connection;
    }

    void ensureLogin(String role, String password) throws SQLException {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run("CREATE ROLE " + name(role) + " LOGIN NOINHERIT");
        }
        if (!password.isEmpty()) {
            run("ALTER ROLE " + name(role) + " PASSWORD %s", password);
        }
    }

    /**
     * Lets an ordinary role work with the tables the owner will make, and alter none of them. Present ones keep what
     * their migration left, so that a journal stays append-only.
     */
    void grantWork(String role) throws SQLException {
        var to = " TO " + name(role);
        run("GRANT USAGE ON SCHEMA public" + to);
        run("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES" + to);
        run("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES" + to);
    }

    /** Lets a role look into what a migration gives it, table by table; a table that none gave is closed to it. */
    void grantLooking(String role) throws SQLException {
        run("GRANT USAGE ON SCHEMA public TO " + name(role));
    }

    boolean exists(String question, String value) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, value);
            return statement.executeQuery().next();
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void run(String sql, String literal) throws SQLException {
        run(sql.formatted(quoted("quote_literal", literal)));
    }

    String name(String role) throws SQLException {
        return quoted("quote_ident", role);
    }

    private String quoted(String function, String value) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setString(1, value);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
