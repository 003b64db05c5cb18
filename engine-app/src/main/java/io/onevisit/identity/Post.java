package io.onevisit.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 岗位: what an officer is, for which department and in which division.
 *
 * @param title as their office calls it; empty where it has no name of its own
 * @param until the last day; {@code null} where it is open
 */
record Post(
        long id,
        String title,
        Set<Role> roles,
        String department,
        String departmentName,
        String region,
        String regionName,
        LocalDate from,
        LocalDate until) {

    /** One post as one line of the audit. */
    String inWords() {
        var words = new StringBuilder(regionName);
        if (department != null) {
            words.append(departmentName);
        }
        if (!title.isEmpty()) {
            words.append(' ').append(title);
        }
        return words + " " + named(roles);
    }

    static List<String> named(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toList();
    }
}
