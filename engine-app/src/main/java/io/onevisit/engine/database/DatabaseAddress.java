package io.onevisit.engine.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the database is, and the two roles that reach it: the owner of the tables and the application. */
record DatabaseAddress(String url, Login owner, Login application) {

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
