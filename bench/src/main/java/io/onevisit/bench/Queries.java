package io.onevisit.bench;

import io.onevisit.engine.RowView;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Keeps the queries the platform sends, with their values, while somebody wants to know; out of the way otherwise. */
final class Queries implements BeanPostProcessor {

    private final Map<String, Sent> filled = new LinkedHashMap<>();
    private volatile boolean keeping;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.equals("dataSource")) {
            return bean;
        }
        return new Heard((DataSource) bean);
    }

    private final class Heard extends DelegatingDataSource implements AutoCloseable {

        Heard(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return keeping ? heard(Connection.class, connection, null) : connection;
        }

        @Override
        public void close() throws Exception {
            ((AutoCloseable) getTargetDataSource()).close();
        }
    }

    /** The queries sent while the work was done, each once, with the values they were sent with. */
    Collection<Sent> filled(Work work) throws Exception {
        filled.clear();
        keeping = true;
        try {
            work.run();
        } finally {
            keeping = false;
        }
        return new ArrayList<>(filled.values());
    }

    private void note(Statement statement, String sql) {
        if (keeping && sql.stripLeading().toLowerCase().matches("(?s)(select|with).*")) {
            synchronized (filled) {
                filled.putIfAbsent(
                        sql,
                        new Sent(
                                statement instanceof PreparedStatement ? unwrapped(statement) : sql,
                                RowView.present()));
            }
        }
    }

    /** The driver prints a prepared statement with its values. */
    private static String unwrapped(Statement statement) {
        try {
            return statement.unwrap(org.postgresql.PGStatement.class).toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T heard(Class<T> type, T target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (target instanceof Statement statement && method.getName().startsWith("execute")) {
                note(statement, arguments != null && arguments[0] instanceof String text ? text : sql);
            }
            var answer = call(target, method, arguments);
            if (answer instanceof PreparedStatement statement && arguments != null) {
                return heard(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return answer instanceof Statement statement && target instanceof Connection
                    ? heard(Statement.class, statement, "")
                    : answer;
        };
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * A query as it was sent.
     *
     * @param view whose rows it saw, empty for the platform's
     */
    record Sent(String sql, Optional<Map<String, String>> view) {}

    /** Something that asks the database. */
    interface Work {
        void run() throws Exception;
    }
}
