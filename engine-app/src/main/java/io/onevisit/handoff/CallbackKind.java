package io.onevisit.handoff;

/** What a department may tell of a case (domain vocabulary of the exchange). */
public enum CallbackKind {
    RECEIVED("部门系统已接收"),
    ACCEPTED("部门已受理"),
    ACCEPTANCE_REFUSED("部门不予受理"),
    SUPPLEMENT_REQUESTED("部门要求补正"),
    STEP("部门办理环节"),
    SPECIAL_PROCEDURE_STARTED("特别程序开始"),
    SPECIAL_PROCEDURE_ENDED("特别程序结束"),
    DECIDED("部门作出决定"),
    CLOSED("部门已办结"),
    DELIVERED("结果已送达");

    private final String label;

    CallbackKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Told after the case may have ended on the platform; a special procedure that a decision left open ends when it ends. */
    boolean afterEnd() {
        return this == CLOSED || this == DELIVERED || this == SPECIAL_PROCEDURE_ENDED;
    }
}
