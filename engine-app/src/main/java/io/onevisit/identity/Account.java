package io.onevisit.identity;

import io.onevisit.processes.Groups;
import java.util.List;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param department code of the department an officer works for, {@code null} for everyone else
 * @param region the division an officer works in or a citizen lives in
 * @param idNo citizen's identity number, {@code null} for staff
 */
public record Account(
        String username, String name, Set<Role> roles, String department, String region, String idNo, String phone) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The groups whose user tasks this person may take. */
    public List<String> groups() {
        return roles.stream().map(this::group).filter(group -> !group.isEmpty()).toList();
    }

    private String group(Role role) {
        return switch (role) {
            case CLERK -> Groups.WINDOW_CLERKS;
            case APPROVER -> Groups.ofDepartment(department);
            case HEAD -> Groups.ofHead(department);
            case AGENT -> Groups.HOTLINE_AGENTS;
            case LINE_OFFICE -> Groups.HOTLINE_OFFICE;
            case SUPERVISOR -> Groups.SUPERVISORS;
            default -> "";
        };
    }
}
