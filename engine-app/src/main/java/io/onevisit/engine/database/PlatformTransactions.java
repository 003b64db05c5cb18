package io.onevisit.engine.database;

import io.onevisit.engine.RowView;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that write reach single rows by their keys. They work with plans made once per connection, because a plan
 * of a partitioned table made anew for each statement costs more than the statement itself, and never with one that was
 * made when a table happened to be empty and reads it whole. Those that only read (lists, counts, statistics) keep plans
 * made for their values, as does everything that is read for a person.
 */
final class PlatformTransactions extends JdbcTransactionManager {

    private static final String PLANS_FOR_KEYS =
            "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)";

    PlatformTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (!definition.isReadOnly() && RowView.present().isEmpty()) {
            try (var statement = connection.prepareStatement(PLANS_FOR_KEYS)) {
                statement.execute();
            }
        }
    }
}
