package io.onevisit.portal;

/** How a clerk made sure who stands at the window. */
enum IdentityCheck {
    CARD("读卡"),
    EYES("人工核对");

    private final String label;

    IdentityCheck(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
