package io.onevisit.processes;

/** Who may take a user task. */
public final class Groups {
    public static final String WINDOW_CLERKS = "window-clerks";
    public static final String APPLICANT = "applicant";
    public static final String DEPARTMENT_PREFIX = "dept-";

    /** The approvers of a department, e.g. {@code dept-health}. */
    public static String ofDepartment(String code) {
        return DEPARTMENT_PREFIX + code;
    }

    private Groups() {}
}
