package io.onevisit.elapsed;

/** Whose time passes while a case waits. */
public enum Whose {
    APPLICANT("申请人"),
    WINDOW("窗口"),
    DEPARTMENT("部门"),
    SYSTEM("系统");

    private final String label;

    Whose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
