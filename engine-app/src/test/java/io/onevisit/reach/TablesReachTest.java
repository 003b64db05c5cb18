package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks every table of the database: one that a person's role may read and that ties to somebody by a column has row
 * security with a policy for each of the two roles; whatever else is closed to that role or listed as nobody's.
 */
@PlatformTest
class TablesReachTest {

    /** Columns that make a row somebody's. */
    private static final String PERSONAL =
            """
            (case_no|application_no|application|no|business_key|subject_no|owner|applicant.*|id_no|person.*|holder.*|\
            recipient|rater|username|account|clerk|agent|caller|contact_.*|document_id|draft_id|card_id|answers|phone.*|on_behalf_of)""";

    /** Tables that look personal by a column and are nobody's. */
    private static final Map<String, String> NOBODYS = Map.of(
            "supervision_recipient", "哪个岗位或工作人员收监察牌，工作人员不是办事人",
            "post", "哪个工作人员在哪里任什么岗位，和姓名一样公开",
            "recipient_change", "谁改了监察对象，只有工作人员",
            "material", "事项需要的材料目录，holder 是材料由谁持有的说法",
            "catalogue_import_row", "导入表的行号",
            "hall", "政务大厅的咨询电话",
            "public_notice", "公示人人可读，姓名脱敏",
            "recheck_run", "谁发起了巡检，只有工作人员");

    /** What nobody's role reads: secrets, the platform's own books. A new table is closed until a migration opens it. */
    private static final Set<String> CLOSED = Set.of(
            "audit_anchor",
            "audit_grown",
            "audit_pending",
            "audit_seal",
            "authenticator",
            "department_system",
            "event_publication",
            "flyway_schema_history",
            "job_lock",
            "known_device",
            "machine_client",
            "machine_secret",
            "number_key",
            "number_space",
            "oauth2_authorization",
            "partitioned_table",
            "phone_code",
            "rating_default",
            "recovery_code",
            "sign_in_try",
            "signing_key",
            "spring_session",
            "spring_session_attributes",
            "used_assertion",
            "user_credentials",
            "user_entities",
            "draft_help_miss",
            "retention_batch",
            "retention_hold",
            "retention_result",
            "retention_run",
            "vault_sealed");

    @Autowired
    JdbcClient sql;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void everyTableHasItsRule() {
        assertThat(faults(sql)).isEmpty();
    }

    @Test
    void aTableWithoutARuleIsFound() {
        var made = JdbcClient.create(owner);
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(transaction -> {
            made.sql("create table forgotten (case_no varchar(24), what text)").update();
            made.sql("create table opened (applicant_id varchar(18))").update();
            made.sql("grant select on opened to onevisit_person").update();
            made.sql("create table half (case_no varchar(24))").update();
            made.sql("alter table half enable row level security").update();
            made.sql("grant select on half to onevisit_person").update();
            made.sql("create policy platform on half to onevisit_app using (true)")
                    .update();

            assertThat(faults(made))
                    .containsExactlyInAnyOrder(
                            "forgotten: neither given a rule (reach_rule, reach_open) nor listed as closed",
                            "opened: ties to somebody by {applicant_id} and has no row security",
                            "half: lacks a policy for one of the two roles");
            transaction.setRollbackOnly();
        });
    }

    @Test
    void monthsToComeAreReachedThroughTheirTableOnly() {
        assertThat(sql.sql(
                                """
                                select count(*) from pg_class p join pg_inherits i on i.inhrelid = p.oid
                                where has_table_privilege('onevisit_person', p.oid, 'select')
                                    or has_table_privilege('onevisit_app', p.oid, 'select')""")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void noPersonsRoleReadsAPasswordOrWritesAnything() {
        assertThat(sql.sql("select has_column_privilege('onevisit_person', 'account', 'password', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(sql.sql(
                                """
                                select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                                  and (has_table_privilege('onevisit_person', oid, 'insert, delete, truncate')
                                    or has_table_privilege('onevisit_person', oid, 'update') and not relrowsecurity)""")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(sql.sql("select count(*) from pg_policies where 'onevisit_person' = any (roles) and cmd <> 'SELECT'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<String> faults(JdbcClient database) {
        return database.sql(
                        """
                        select c.relname || ': ' || fault from (
                            select c.oid, c.relname, c.relrowsecurity,
                                has_any_column_privilege('onevisit_person', c.oid, 'select') as readable,
                                (select array_agg(a.attname order by a.attnum) from pg_attribute a
                                 where a.attrelid = c.oid and a.attnum > 0 and a.attname ~ ('^' || :personal || '$')) as personal,
                                (select count(distinct role) from pg_policies p, unnest(p.roles) role
                                 where p.tablename = c.relname and role in ('onevisit_app', 'onevisit_person')) as policies
                            from pg_class c
                            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                              and c.relname !~ '^act_') c,
                        lateral (select case
                            when not readable and relname not in (:closed)
                                then 'neither given a rule (reach_rule, reach_open) nor listed as closed'
                            when readable and relname in (:closed) then 'is listed as closed and can be read'
                            when readable and personal is not null and not relrowsecurity and relname not in (:nobodys)
                                then 'ties to somebody by ' || personal::text || ' and has no row security'
                            when relrowsecurity and policies < 2 then 'lacks a policy for one of the two roles'
                            end as fault) found
                        where fault is not null order by 1""")
                .param("personal", PERSONAL)
                .param("closed", CLOSED)
                .param("nobodys", NOBODYS.keySet())
                .query(String.class)
                .list();
    }
}
