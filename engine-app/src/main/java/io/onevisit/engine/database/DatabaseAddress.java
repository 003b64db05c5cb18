package io.onevisit.engine.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the database is, and the roles that reach it: the owner of the tables, the application, and the person it works for. */
record DatabaseAddress(String url, Login owner, Login application, Login person) {

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner.name(), owner.password());
    }

    record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }
}
