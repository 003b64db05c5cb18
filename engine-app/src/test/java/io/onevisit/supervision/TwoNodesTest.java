package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two servers on one database: what the second would do beside the first. Cases of 2024 in 张家界; nobody else's are there. */
@PlatformTest
class TwoNodesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 5, 1);
    private static final int DAYS = 60;

    @Autowired
    RollUp rollUp;

    @Autowired
    RollUpSweep sweep;

    @Autowired
    LockProvider locks;

    @Autowired
    DataSource data;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void sixtyDaysWithACaseEach() {
        rollUp.sweep();
        sql.sql("delete from case_file where region = '430800'").update();
        sql.sql(
                        """
                        insert into case_file (month, case_no, application_no, item_code, item_edition, item_variable, item_name,
                            department, region, mode, promised, statutory, unit, counting_rule, applicant_name, applicant_id,
                            state, submitted_at, accepted_at)
                        select '2024-05-01', '43080020240501' || lpad(n::text, 8, '0'), 'A43080020240501' || lpad(n::text, 8, '0'),
                            'two-nodes', 1, 'i', '两台服务器', 'two-nodes', '430800', 'NATIVE', 7, 10, 'WORKING_DAY', 'EXACT_TIME',
                            '测试人', '430802199001010014', 'UNDER_REVIEW', day, day
                        from (select n, timestamptz '2024-05-01 09:00+08' + n * interval '1 day' as day
                            from generate_series(0, :days - 1) n) d""")
                .param("days", DAYS)
                .update();
        sql.sql("insert into stat_touch (at) select accepted_at from case_file where region = '430800'")
                .update();
    }

    @AfterEach
    void nobodyElseCountsThem() {
        sql.sql("delete from case_file where region = '430800'").update();
        rollUp.prove(FIRST, FIRST.plusDays(DAYS));
    }

    @Test
    void whileOneRollsUpTheOtherNeitherWaitsNorDoesItAgain() throws Exception {
        var second = Executors.newSingleThreadExecutor();
        try {
            var first = new ArrayList<LocalDate>();
            transaction.executeWithoutResult(status -> {
                first.addAll(rollUp.sweep());
                var beside = second.submit(rollUp::sweep);
                assertThat(inTime(beside)).as("the other node").isEmpty();
            });

            assertThat(ours(first)).hasSize(DAYS).doesNotHaveDuplicates();
            assertThat(counted()).containsOnly(1L).hasSize(DAYS);
            assertThat(second.submit(rollUp::sweep).get(30, TimeUnit.SECONDS))
                    .as("afterwards there is nothing left of them")
                    .doesNotContain(FIRST);
        } finally {
            second.shutdownNow();
        }
    }

    @Test
    void twoThatRaceCountEachDayOnce() throws Exception {
        var both = Executors.newFixedThreadPool(2);
        var together = new CyclicBarrier(2);
        Callable<List<LocalDate>> node = () -> {
            var days = new ArrayList<LocalDate>();
            for (var n = 0; n < 10; n++) {
                together.await(30, TimeUnit.SECONDS);
                days.addAll(rollUp.sweep());
            }
            return days;
        };
        try {
            var days = new ArrayList<LocalDate>();
            for (var done : both.invokeAll(List.of(node, node))) days.addAll(done.get());

            assertThat(ours(days)).hasSize(DAYS).doesNotHaveDuplicates();
            assertThat(counted()).containsOnly(1L).hasSize(DAYS);
            assertThat(rollUp.prove(FIRST, FIRST.plusDays(DAYS)).different()).isZero();
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aJobThatTheOtherNodeHasIsSkippedAndTakenUpOnceItIsFree() {
        var elsewhere = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(data))
                .withTableName("job_lock")
                .withLockedByValue("another-node")
                .usingDbTime()
                .build());
        sql.sql("update job_lock set lock_until = locked_at where name = 'statistics'")
                .update();
        var held = elsewhere.lock(statistics()).orElseThrow();
        var before = rollUp.snapshot();

        sweep.sweep();

        assertThat(rollUp.snapshot()).as("not while the other has it").isEqualTo(before);
        assertThat(locks.lock(statistics())).isEmpty();
        held.unlock();
        sweep.sweep();
        assertThat(rollUp.snapshot()).isAfter(before);
    }

    private static LockConfiguration statistics() {
        return new LockConfiguration(Instant.now(), "statistics", Duration.ofSeconds(60), Duration.ZERO);
    }

    private static List<LocalDate> ours(List<LocalDate> days) {
        return days.stream()
                .filter(day -> !day.isBefore(FIRST) && day.isBefore(FIRST.plusDays(DAYS)))
                .toList();
    }

    private List<Long> counted() {
        return sql.sql("select accepted from stat_day where region = '430800' order by day")
                .query(Long.class)
                .list();
    }

    private static List<LocalDate> inTime(Future<List<LocalDate>> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the second node waited or failed", e);
        }
    }
}
