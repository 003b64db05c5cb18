package io.onevisit.ratings;

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
}
