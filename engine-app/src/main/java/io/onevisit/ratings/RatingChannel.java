package io.onevisit.ratings;

import io.onevisit.problems.Problem;
import java.util.Arrays;

/** Where a rating came from: the channels of GB/T 39046-2020 table 9, numbered from 1 in the order given there. */
enum RatingChannel {
    PC("PC 端"),
    MOBILE("移动服务端"),
    QR("二维码"),
    HALL_TABLET("政务大厅平板电脑"),
    HALL_TERMINAL("政务大厅其他终端"),
    PHONE("电话"),
    SMS("短信");

    private final String label;

    RatingChannel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    int code() {
        return ordinal() + 1;
    }

    static RatingChannel of(int code) {
        return values()[code - 1];
    }

    /** The channel of this name, one of those given; the first of them where none is named. */
    static RatingChannel named(String name, RatingChannel... allowed) {
        if (name == null || name.isBlank()) {
            return allowed[0];
        }
        return Arrays.stream(allowed)
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("channel-unknown", "没有这个评价渠道。").with("field", "channel"));
    }
}
