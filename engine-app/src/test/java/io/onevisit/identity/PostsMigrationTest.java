package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Officers of an installation that had one set of roles each have one post each afterwards, and lose nothing. */
@PlatformTest
class PostsMigrationTest {

    private static final List<String> BEFORE =
            List.of("V10__catalogue.sql", "V20__identity.sql", "V145__account_kinds.sql", "V171__sealed_accounts.sql");

    @Autowired
    @Qualifier("ownerDataSource")
    DriverManagerDataSource owner;

    @Test
    void whatOfficersWereIsTheirFirstPost() throws Exception {
        var schema = "posts_" + UUID.randomUUID().toString().substring(0, 8);
        try (var connection = owner.getConnection()) {
            connection.createStatement().execute("create schema " + schema);
            connection.setSchema(schema);
            for (var migration : BEFORE) {
                run(connection, migration);
            }
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            sql.sql(
                            """
                            insert into account (username, name, password, roles, department, region, kind, created_at) values
                                ('both', '审批兼负责人', 'x', '{APPROVER,HEAD}', 'health', '430100', 'STAFF', '2024-05-05T20:00:00Z'),
                                ('auditor', '审计', 'x', '{AUDITOR}', null, '430000', 'STAFF', now()),
                                ('fresh', '还没有岗位', 'x', '{}', null, '430000', 'STAFF', now()),
                                ('parent', '家长', 'x', '{CITIZEN}', null, '430102', 'NATURAL', now())""")
                    .update();

            run(connection, "V190__posts.sql");

            record Row(String username, String roles, String department, String region, LocalDate from, boolean open) {}
            assertThat(sql.sql(
                                    """
                                    select username, array_to_string(roles, ',') as roles, department, region, from_day as from,
                                        until_day is null and taken_at is null as open from post order by username""")
                            .query(Row.class)
                            .list())
                    .hasSize(2)
                    .contains(new Row("both", "APPROVER,HEAD", "health", "430100", LocalDate.of(2024, 5, 6), true))
                    .anyMatch(row ->
                            row.username().equals("auditor") && row.roles().equals("AUDITOR"));
            assertThat(sql.sql("select username from account where cardinality(roles) > 0")
                            .query(String.class)
                            .list())
                    .containsExactly("parent");
            connection.createStatement().execute("drop schema " + schema + " cascade");
        }
    }

    private static void run(Connection connection, String migration) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + migration));
    }
}
