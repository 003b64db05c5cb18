package io.onevisit.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class MonthPartitionsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Partitions partitions;

    @Autowired
    Server server;

    @Test
    void theMonthsToComeAreReadyInEveryRegisteredTable() {
        partitions.ensure();

        var month = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
        var tables = sql.sql("SELECT partrelid::regclass::text FROM pg_partitioned_table")
                .query(String.class)
                .list();
        assertThat(tables).contains("case_file", "journal", "clock_entry", "handoff_message");
        for (var table : tables) {
            for (var distance = -1; distance <= 3; distance++) {
                var expected = "%s_%2$tY_%2$tm".formatted(table, month.plusMonths(distance));
                assertThat(children(table)).contains(expected, table + "_default");
            }
        }
    }

    @Test
    void aRowOfAnyMonthFindsItsPlaceAndNobodyWritesAroundTheParent() throws Exception {
        try (var owner = server.address().asOwner();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE partition_test (month date NOT NULL, id int) PARTITION BY RANGE (month)");
            statement.execute("SELECT partition_by_month('partition_test')");
        }

        sql.sql("INSERT INTO partition_test VALUES ('1999-01-01', 1), ('2099-12-01', 2)")
                .update();

        assertThat(sql.sql("SELECT id FROM partition_test ORDER BY id")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThatThrownBy(() -> sql.sql("DELETE FROM partition_test_default").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        sql.sql("SELECT partition_by_month('account')").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private List<String> children(String table) {
        return sql.sql("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = ?::regclass")
                .param(table)
                .query(String.class)
                .list();
    }
}
