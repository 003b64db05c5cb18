package io.onevisit.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the code of a division tells by itself: what it lies in, and what lies in it. Six digits down to the county (430000,
 * 430100, 430102), twelve for a township (430102001000) or a village (430102001001). The database says the same with
 * {@code region_prefix}, {@code region_city} and {@code region_lineage}. A code of another shape, or none, holds nothing.
 */
public record RegionCode(String code) {

    private static final Pattern SHAPE = Pattern.compile("\\d{6}(\\d{6})?");

    private static final int LONGEST = 12;

    /** No code begins with it. */
    private static final String NOTHING = "-";

    public static RegionCode of(String code) {
        return new RegionCode(code == null ? "" : code.strip());
    }

    public boolean isWellFormed() {
        return SHAPE.matcher(code).matches();
    }

    /** The digits that the codes of the division and of all below it begin with, and no others: 43, 4301, 430102, 430102001. */
    public String prefix() {
        if (!isWellFormed()) {
            return NOTHING;
        }
        var digits = code.length() == 12 ? without(without(code, "000"), "000") : code;
        return digits.length() == 6 ? without(without(digits, "00"), "00") : digits;
    }

    /** The highest code it may hold, for {@code region between :first and :last}: a condition that an index answers. */
    public String last() {
        return last(prefix());
    }

    /** The highest code that begins with these digits. */
    public static String last(String prefix) {
        return prefix + "9".repeat(LONGEST - prefix.length());
    }

    /** Whether another division is this one or lies in it. */
    public boolean holds(String other) {
        return other != null && other.startsWith(prefix());
    }

    /** The division and what it lies in, the lowest first: village, township, county, city, province. */
    public List<String> lineage() {
        if (!isWellFormed()) {
            return List.of();
        }
        var township = code.length() == 12 ? Stream.of(code, code.substring(0, 9) + "000") : Stream.<String>empty();
        return Stream.concat(township, Stream.of(county(), city(), province()))
                .distinct()
                .toList();
    }

    /** The county it is or lies in; a city or province is its own. */
    public String county() {
        return code.substring(0, 6);
    }

    /** The city it is or lies in; the province is its own. Editions of models are published for it. */
    public String city() {
        return code.substring(0, 4) + "00";
    }

    public String province() {
        return code.substring(0, 2) + "0000";
    }

    /** Whether both are, or lie in, one city; the province's own level is like a city for itself. */
    public boolean inSameCityAs(String other) {
        return of(other).isWellFormed() && city().equals(of(other).city());
    }

    public boolean isProvince() {
        return isWellFormed() && prefix().length() == 2;
    }

    /** Whether it is a county or lies in one. */
    public boolean isBelowCity() {
        return prefix().length() >= 6;
    }

    private static String without(String digits, String zeros) {
        return digits.endsWith(zeros) ? digits.substring(0, digits.length() - zeros.length()) : digits;
    }
}
