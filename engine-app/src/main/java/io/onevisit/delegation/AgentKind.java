package io.onevisit.delegation;

/** By what right somebody acts for somebody else. */
public enum AgentKind {
    RELATIVE("亲友代办"),
    COMPANY("企业经办"),
    /** The legal representative acts for the legal person itself and needs no mandate. */
    REPRESENTATIVE("法定代表人"),
    /** A clerk who went on with somebody's draft and submitted it with their word (帮办). */
    HELPER("帮办代办");

    private final String label;

    AgentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
