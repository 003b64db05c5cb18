package io.onevisit.hotline;

/** Where a work order stands. */
enum OrderState {
    REGISTERED("待派单"),
    DISPATCHED("待签收"),
    ASSIGNING("待定责"),
    IN_PROGRESS("办理中"),
    REPLIED("已答复，待回访"),
    CLOSED("已办结");

    private final String label;

    OrderState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
