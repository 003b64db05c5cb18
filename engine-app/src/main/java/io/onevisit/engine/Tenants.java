package io.onevisit.engine;

import java.util.regex.Pattern;

/** Which edition of a shared model serves a city: its own if it has one, else the province's. */
public interface Tenants {

    /** Every number carries the six digits of its region, after the letter that says what is numbered. */
    Pattern NUMBER = Pattern.compile("[A-Z]?(\\d{6})20\\d{14}");

    /** The tenant to call {@code modelKey} under, {@code null} for the province's edition. */
    String of(String tenant, String modelKey);

    /** The city whose own editions serve a region: the city and its counties. Empty for the province itself. */
    static String city(String region) {
        return region.startsWith("0000", 2) ? "" : region.substring(0, 4) + "00";
    }

    /** The city of whatever bears this number; empty for the province's, and where it is no number of ours. */
    static String cityOf(String number) {
        var digits = NUMBER.matcher(number == null ? "" : number);
        return digits.matches() ? city(digits.group(1)) : "";
    }
}
