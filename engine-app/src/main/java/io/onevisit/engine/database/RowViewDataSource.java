package io.onevisit.engine.database;

import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.engine.RowView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Two pools behind one address: the platform's, and that of persons, whose login is another role, confined by row security
 * and without any way back. A connection for a person is told whose it is each time it changes hands; the platform's own
 * work knows nothing of all this and pays nothing for it, not even a plan made anew.
 */
final class RowViewDataSource extends AbstractDataSource implements AutoCloseable {

    private final HikariDataSource platform;
    private final HikariDataSource persons;

    /** What each physical connection was told last; a person's next statement mostly comes by the same one. */
    private final Map<Connection, Map<String, String>> told = Collections.synchronizedMap(new WeakHashMap<>());

    RowViewDataSource(HikariDataSource platform, HikariDataSource persons) {
        this.platform = platform;
        this.persons = persons;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var view = RowView.present();
        return view.isEmpty() ? platform.getConnection() : of(view.get());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("Connections come from the pools");
    }

    private Connection of(Map<String, String> view) throws SQLException {
        var connection = persons.getConnection();
        try {
            var physical = connection.unwrap(Connection.class);
            if (!view.equals(told.get(physical))) {
                told.remove(physical);
                tell(connection, view);
                told.put(physical, view);
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            persons.evictConnection(connection);
            throw failure;
        }
    }

    private static void tell(Connection connection, Map<String, String> view) throws SQLException {
        var sorted = new TreeMap<>(view);
        var sql = sorted.keySet().stream()
                .map(name -> "set_config('onevisit." + name + "', ?, false)")
                .collect(Collectors.joining(", ", "select ", ""));
        try (var statement = connection.prepareStatement(sql)) {
            var position = 0;
            for (var value : sorted.values()) {
                statement.setString(++position, value);
            }
            statement.execute();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(platform) ? type.cast(platform) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(platform) || super.isWrapperFor(type);
    }

    @Override
    public void close() {
        persons.close();
    }
}
