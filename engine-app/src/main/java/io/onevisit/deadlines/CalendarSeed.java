package io.onevisit.deadlines;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the working calendars of {@code catalogue/holidays} into the database: all of them into an empty one, and later
 * the years a new release knows the plan of.
 */
@Component
class CalendarSeed {

    private static final String FILES = "classpath*:catalogue/holidays/*.yaml";

    private final CalendarStore store;
    private final CalendarPublishing publishing;
    private final TransactionTemplate transaction;

    CalendarSeed(CalendarStore store, CalendarPublishing publishing, TransactionTemplate transaction) {
        this.store = store;
        this.publishing = publishing;
        this.transaction = transaction;
    }

    @PostConstruct
    void fill() {
        for (var file : files())
            transaction.executeWithoutResult(status -> {
                store.insertFirst(file.region(), file.plans());
                file.plans().forEach(plan -> store.name(file.region(), plan));
            });
    }

    /** After the start, because running clocks are counted anew and the engine's timers with them. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void publishWhatIsNew() {
        files().forEach(publishing::publish);
    }

    private static List<HolidayFile> files() {
        var files = new ArrayList<HolidayFile>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES))
                files.add(HolidayFile.read(file.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("节假日数据文件无法打开", e);
        }
        return files;
    }
}
