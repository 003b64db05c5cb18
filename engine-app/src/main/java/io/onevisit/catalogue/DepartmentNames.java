package io.onevisit.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What departments are called; every list names them, and they change once in years. A new name is seen within a minute. */
@Component
class DepartmentNames {

    private static final String ALL = "";

    private final LoadingCache<String, Map<String, String>> names;

    DepartmentNames(JdbcClient sql, @Value("${onevisit.catalogue.department-names:1m}") Duration kept) {
        names = Caffeine.newBuilder().expireAfterWrite(kept).build(all -> read(sql));
    }

    Map<String, String> all() {
        return names.get(ALL);
    }

    private static Map<String, String> read(JdbcClient sql) {
        return sql
                .sql("select code, name from department")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue), Collections::unmodifiableMap));
    }
}
