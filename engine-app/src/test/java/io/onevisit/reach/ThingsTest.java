package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import io.onevisit.audit.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a thing is there is asked with every look at it: an index answers. */
@PlatformTest
class ThingsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anIndexAnswersForEveryKind() {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local enable_seqscan = off").update();
            Things.BY_NUMBER.forEach(
                    (kind, statement) -> assertThat(sql.sql("explain " + statement.replace(":no", sample(kind)))
                                    .query(String.class)
                                    .list())
                            .as(kind.name())
                            .noneMatch(line -> line.contains("Seq Scan")));
        });
    }

    private static String sample(Kind kind) {
        return switch (kind) {
            case CARD, OPERATION -> "'7'";
            case DOCUMENT, DRAFT, CONSENT, AGREEMENT, APPOINTMENT -> "'00000000-0000-0000-0000-000000000007'";
            default -> "'4301022026030100000000'";
        };
    }
}
