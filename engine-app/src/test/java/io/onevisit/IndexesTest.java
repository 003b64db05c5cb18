package io.onevisit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked for often has its index. */
@PlatformTest
class IndexesTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select draft_id from submitted_draft where owner = 'x' | submitted_draft_owner",
                "select requested_at from supplement_request where business_key = 'x' | supplement_request_case",
                "select * from account where kind = 'STAFF' and name like '%x%' order by username limit 200 | account_staff"
            })
    void itIsUsed(String question, String index) {
        var plan = transaction.execute(status -> {
            sql.sql("set local enable_seqscan = off").update();
            return sql.sql("explain " + question).query(String.class).list();
        });

        assertThat(plan).anyMatch(line -> line.contains(index));
    }
}
