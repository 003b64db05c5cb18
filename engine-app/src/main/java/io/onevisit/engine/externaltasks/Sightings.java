package io.onevisit.engine.externaltasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which worker asked for which topic last: written down now and then, so that any server can tell, and forgotten after a week. */
@Component
class Sightings {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock time;
    private final Map<Key, Instant> written = new ConcurrentHashMap<>();

    Sightings(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    void seen(Requests.FetchAndLock request) {
        var now = time.instant();
        request.topics().forEach(topic -> seen(new Key(topic.topicName(), request.workerId()), now));
    }

    private void seen(Key key, Instant now) {
        var before = written.get(key);
        if (before != null && now.isBefore(before.plus(REST)) && !now.isBefore(before)) {
            return;
        }
        if (before == null) {
            forget(now.minus(KEPT));
        }
        written.put(key, now);
        sql.sql(
                        """
                        insert into worker_seen (worker, topic, fetched_at) values (?, ?, ?)
                        on conflict (topic, worker) do update set fetched_at = greatest(worker_seen.fetched_at, excluded.fetched_at)""")
                .params(key.worker, key.topic, Timestamp.from(now))
                .update();
    }

    private void forget(Instant before) {
        written.values().removeIf(before::isAfter);
        sql.sql("delete from worker_seen where fetched_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private record Key(String topic, String worker) {}
}
