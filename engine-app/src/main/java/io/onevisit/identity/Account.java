package io.onevisit.identity;

import io.onevisit.processes.Groups;
import java.util.List;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param department code of the department an officer works for, {@code null} for everyone else
 * @param region the division an officer works in or a citizen lives in
 * @param idNo citizen's identity number, by which papers and cases are theirs; {@code null} for staff and until an office has
 *     seen the person with the document (level 4)
 * @param level 实名等级: 2 said by the person, 3 name and number agree at the register, 4 the person was there with the
 *     document, 5 stronger
 * @param registeredIdNo the number under which they may apply; {@code null} until name and number agree at the register
 *     (level 3). Somebody else may know both, so it opens nothing. Of staff: the number their account was opened with, which
 *     keeps them from what is their own (回避); {@code null} where nobody told it.
 */
public record Account(
        String username,
        String name,
        Set<Role> roles,
        String department,
        String region,
        String idNo,
        String phone,
        AccountKind kind,
        int level,
        String registeredIdNo) {

    /** Somebody an office knows in person, by whatever number. */
    public Account(
            String username,
            String name,
            Set<Role> roles,
            String department,
            String region,
            String idNo,
            String phone) {
        this(username, name, roles, department, region, idNo, phone, kindOf(roles), IN_PERSON, idNo);
    }

    /** Real-name level of who was there with the document. */
    public static final int IN_PERSON = 4;

    /** Real-name level of whose name and number agree at the register. */
    public static final int REGISTERED = 3;

    /** Real-name level of who only said so. */
    public static final int SAID = 2;

    /** A person an office knows in person who may have no account here. */
    public static Account known(String username, String name, String region, String idNo, String phone) {
        return new Account(username, name, Set.of(Role.CITIZEN), null, region, idNo, phone);
    }

    /** The same without their papers: under this number one may apply, but nothing is looked up. */
    public Account withoutPapers() {
        return new Account(username, name, roles, department, region, null, phone, kind, level, registeredIdNo);
    }

    private static AccountKind kindOf(Set<Role> roles) {
        return roles.contains(Role.CITIZEN) ? AccountKind.NATURAL : AccountKind.STAFF;
    }

    Account withRoles(Set<Role> others) {
        return new Account(username, name, others, department, region, idNo, phone, kind, level, registeredIdNo);
    }

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
