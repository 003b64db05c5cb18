package io.onevisit.catalogue;

import java.util.List;

/**
 * What an item says of where it is handled (要素 12, 45).
 *
 * @param levels 行使层级, empty where it says nothing
 * @param place in words, empty where it is handled at the region's halls
 * @param officeHours in words, empty without any of its own
 */
public record WhereHandled(List<String> levels, String place, String officeHours) {

    private static final String BY_GRADE = "7";

    /** Whether it is handled at the level of a division. */
    public boolean at(RegionCode region) {
        return levels.isEmpty() || levels.contains(BY_GRADE) || levels.contains(level(region));
    }

    private static String level(RegionCode region) {
        return switch (region.prefix().length()) {
            case 2 -> "2";
            case 4 -> "3";
            case 6 -> "4";
            case 9 -> "5";
            default -> "6";
        };
    }
}
