package io.onevisit.engine.database;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the months to come ready in every table partitioned by month. A migration makes such a table
 * {@code PARTITION BY RANGE (month)}, {@code month} being a date (the first of the month), and registers it with
 * {@code SELECT partition_by_month('case_file');} — see {@code V3__month_partitions.sql}.
 */
@Component
class Partitions {

    private final JdbcClient sql;

    Partitions(JdbcClient sql) {
        this.sql = sql;
    }

    @Scheduled(cron = "0 10 1 * * *", zone = "Asia/Shanghai")
    @SchedulerLock(name = "partitions")
    void everyNight() {
        ensure();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ensure() {
        sql.sql("SELECT ensure_month_partitions(1, 3)").query(Integer.class).single();
    }
}
