package io.onevisit.hotline;

import io.onevisit.deadlines.ClockKind;

/** The five kinds of orders of a 12345 line. */
enum OrderKind {
    CONSULTATION("咨询"),
    HELP("求助"),
    COMPLAINT("投诉"),
    REPORT("举报"),
    SUGGESTION("建议");

    private final String label;

    OrderKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * The one clock of such an order. 咨询 and 投诉 are supervised under their own rules (湖南省电子监察规则) and
     * would get two cards for the same delay if they had an order's clock as well.
     */
    ClockKind clock() {
        return switch (this) {
            case CONSULTATION -> ClockKind.CONSULTATION;
            case COMPLAINT -> ClockKind.COMPLAINT;
            default -> ClockKind.WORK_ORDER;
        };
    }
}
