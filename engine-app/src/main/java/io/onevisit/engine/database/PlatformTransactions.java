package io.onevisit.engine.database;

import io.onevisit.engine.RowView;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The platform's own work reaches single rows by their keys. Its connections keep plans made once, because a plan of a
 * partitioned table made anew for each statement costs more than the statement itself, and never one that was made when a
 * table happened to be empty and reads it whole. Transactions that only read (lists, counts, statistics) have plans made for
 * their values, as has everything that is read for a person.
 */
final class PlatformTransactions extends JdbcTransactionManager {

    static final String PLANS_FOR_KEYS =
            "select set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false)";
    private static final String PLANS_FOR_VALUES =
            "select set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'on', true)";

    PlatformTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (definition.isReadOnly() && RowView.present().isEmpty()) {
            try (var statement = connection.prepareStatement(PLANS_FOR_VALUES)) {
                statement.execute();
            }
        }
    }
}
