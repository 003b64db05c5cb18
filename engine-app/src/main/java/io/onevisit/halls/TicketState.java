package io.onevisit.halls;

import java.util.Arrays;

/** The states of a ticket within its day. */
enum TicketState {
    WAITING("等候"),
    CALLED("已呼叫"),
    SERVING("办理中"),
    DONE("已办完"),
    MISSED("已过号"),
    /** The day ended before its turn. */
    LAPSED("已作废");

    private final String label;

    TicketState(String label) {
        this.label = label;
    }

    static String[] names(TicketState... states) {
        return Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    }

    String label() {
        return label;
    }
}
