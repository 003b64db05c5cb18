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

    /** 预警, 黄牌 or 红牌. */
    static String light(String light) {
        return switch (light) {
            case "RED" -> "红牌";
            case "YELLOW" -> "黄牌";
            default -> "预警";
        };
    }

    private Words() {}
}
