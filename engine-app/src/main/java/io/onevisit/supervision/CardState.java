package io.onevisit.supervision;

/** Where a card stands (domain: Y 已发, D 待发, C 撤销, Q 取消, B 督办; and 销号 where the loop is closed). */
public enum CardState {
    PENDING("待发"),
    ISSUED("已发"),
    URGED("督办"),
    CANCELLED("取消"),
    REVOKED("撤销"),
    SETTLED("销号");

    private final String label;

    CardState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it has been issued and nobody has ended it. */
    public boolean isOpen() {
        return this == ISSUED || this == URGED;
    }
}
