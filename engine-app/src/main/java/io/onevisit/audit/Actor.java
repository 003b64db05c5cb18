package io.onevisit.audit;

import java.util.Set;

/**
 * Who acts.
 *
 * @param account user name, empty for the platform and other systems
 * @param department code of an officer's department, empty for everyone else
 * @param region the division they belong to, empty where there is none
 * @param onBehalfOf whom they act for, empty where it is themselves or their office
 * @param officer whether they see other people's matters by their office
 */
public record Actor(
        String account,
        String name,
        String department,
        Set<String> roles,
        String region,
        String onBehalfOf,
        boolean officer) {

    /** Something that acts by itself: a step of the platform, a department's system. */
    static Actor system(String name) {
        return new Actor("", name, "", Set.of(), "", "", true);
    }

    static Actor unknown() {
        return new Actor("", "", "", Set.of(), "", "", false);
    }
}
