package io.onevisit.edge;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** So many in so long, written {@code 60/1m}. */
record Rate(long times, Duration in) {

    /** Called by the binding of configuration. */
    public static Rate valueOf(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("次数写成 60/1m 的样子，现在是：" + text);
        }
        var rate = new Rate(Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
        if (rate.times < 1 || rate.in.isZero() || rate.in.isNegative()) {
            throw new IllegalArgumentException("次数和时间都要大于零：" + text);
        }
        return rate;
    }
}
