package io.onevisit.processes;

import java.util.Optional;
import java.util.stream.Stream;

/** Who may take a user task. */
public final class Groups {
    public static final String WINDOW_CLERKS = "window-clerks";
    public static final String APPLICANT = "applicant";
    public static final String SUPERVISORS = "supervisors";
    public static final String HOTLINE_AGENTS = "hotline-agents";
    /** 热线办: decides whose duty a disputed or unclear order is. */
    public static final String HOTLINE_OFFICE = "hotline-office";

    public static final String DEPARTMENT_PREFIX = "dept-";
    public static final String HEAD_PREFIX = "head-";

    /** The approvers of a department, e.g. {@code dept-health}. */
    public static String ofDepartment(String code) {
        return DEPARTMENT_PREFIX + code;
    }

    /** The head of a department, e.g. {@code head-health}. */
    public static String ofHead(String code) {
        return HEAD_PREFIX + code;
    }

    /** The department whose approvers or head the group is, nothing for the other groups. */
    public static Optional<String> department(String group) {
        return Stream.of(DEPARTMENT_PREFIX, HEAD_PREFIX)
                .filter(group::startsWith)
                .map(prefix -> group.substring(prefix.length()))
                .findFirst();
    }

    private Groups() {}
}
