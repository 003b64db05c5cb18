package io.onevisit.engine.database;

import io.onevisit.engine.Signals;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@link Signals} by LISTEN and NOTIFY on one connection per node. Words are collected and told once a second: a
 * notification in every act's own transaction would make all commits of the database wait for each other.
 */
@Component
class PostgresSignals implements Signals, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final int SECOND = 1_000;

    private final DatabaseAddress address;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final List<Consumer<String>> ears = new CopyOnWriteArrayList<>();
    private volatile Thread thread;

    PostgresSignals(Server server) {
        this.address = server.address();
    }

    @Override
    public void say(String word) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            said.add(word);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                said.add(word);
            }
        });
    }

    @Override
    public void listen(Consumer<String> ear) {
        ears.add(ear);
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "signals");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isMine()) {
            try (var connection = DriverManager.getConnection(
                    address.url(),
                    address.application().name(),
                    address.application().password())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen onevisit");
                }
                while (isMine()) {
                    hear(connection);
                    tell(connection);
                }
            } catch (SQLException broken) {
                if (isMine()) {
                    LOG.warn("No signals between nodes for the moment: {}", broken.getMessage());
                    pause();
                }
            }
        }
    }

    private boolean isMine() {
        return thread == Thread.currentThread();
    }

    private void hear(Connection connection) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications(SECOND);
        for (var notification : heard == null ? new org.postgresql.PGNotification[0] : heard) {
            for (var ear : ears) {
                try {
                    ear.accept(notification.getParameter());
                } catch (RuntimeException deaf) {
                    LOG.warn("A signal was not taken", deaf);
                }
            }
        }
    }

    private void tell(Connection connection) throws SQLException {
        var words = List.copyOf(said);
        if (words.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("select pg_notify('onevisit', word) from unnest(?) word")) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            words.forEach(said::remove); // before: what is said while this is told is told next
            statement.execute();
        } catch (SQLException untold) {
            said.addAll(words);
            throw untold;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5L * SECOND);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
