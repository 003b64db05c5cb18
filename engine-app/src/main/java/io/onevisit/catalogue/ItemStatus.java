package io.onevisit.catalogue;

/**
 * Whether an edition serves new applications: a suspended one closes the item for the time being, a withdrawn one counts as
 * never published, so that the one before it serves again. Running cases keep theirs in any status.
 */
public enum ItemStatus {
    IN_FORCE("有效"),
    SUSPENDED("暂停"),
    WITHDRAWN("撤回");

    private final String label;

    ItemStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
