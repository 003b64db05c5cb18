package io.onevisit.engine.database;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import net.javacrumbs.shedlock.support.Utils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Of several nodes one does a periodic job. A node that dies or stands still loses the job after {@link #LOST}; one that
 * works keeps it however long it takes. The lock saves work and messages in the log; that nothing is done twice is held by
 * each job's own transactions, for a node that stood still may wake up in the middle.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = JobLocks.LOST)
class JobLocks {

    static final String LOST = "PT30S";

    /** No bean: Spring would let it run the jobs themselves. */
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "job-lock-keeper");
        thread.setDaemon(true);
        return thread;
    });

    /** Times are the database's: nodes whose clocks differ agree on them. */
    @Bean
    LockProvider jobLockProvider(DataSource data) {
        return new KeepAliveLockProvider(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(data))
                        .withTableName("job_lock")
                        .withLockedByValue(Utils.getHostname() + ":"
                                + ProcessHandle.current().pid())
                        .usingDbTime()
                        .build()),
                keeper);
    }

    @PreDestroy
    void stop() {
        keeper.shutdownNow();
    }
}
