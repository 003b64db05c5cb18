package io.onevisit.deadlines;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the working calendars of {@code catalogue/holidays}. */
@Component
class CalendarSeed {

    private static final Logger log = LoggerFactory.getLogger(CalendarSeed.class);
    private static final String FILES = "classpath*:catalogue/holidays/*.yaml";

    private final CalendarStore store;
    private final TransactionTemplate transaction;

    CalendarSeed(CalendarStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @PostConstruct
    void fill() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources(FILES))
            transaction.executeWithoutResult(status -> fill(file));
    }

    private void fill(Resource file) {
        HolidayFile read;
        try {
            read = HolidayFile.read(file.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException("节假日数据文件无法打开：" + file, e);
        }
        if (store.newest(List.of(read.region())).isPresent()) return;
        store.insert(new CalendarStore.Key(read.region(), 1), read.plans(), "随软件提供");
        log.info("Working calendar of {} filled from {}", read.region(), file.getFilename());
    }
}
