package io.onevisit.cases;

/** Where an application as a whole stands. */
public enum ApplicationState {
    IN_PROGRESS("办理中"),
    CLOSED("已办结"),
    PARTLY_CLOSED("部分办结"),
    WITHDRAWN("已撤回");

    private final String label;

    ApplicationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
