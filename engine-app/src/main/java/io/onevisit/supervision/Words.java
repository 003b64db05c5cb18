package io.onevisit.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as people read them, in Chinese time. */
final class Words {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CHINA);

    static String instant(Instant at) {
        return at == null ? "—" : MINUTE.format(at);
    }

    private Words() {}
}
