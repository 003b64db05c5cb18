package io.onevisit.cases;

/** By which way an application came in. */
public enum Channel {
    ONLINE("网上"),
    WINDOW("窗口");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
