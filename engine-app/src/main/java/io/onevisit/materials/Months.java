package io.onevisit.materials;

import java.time.LocalDate;

/** The month a number belongs to: part of every key, so that the database finds the partition. */
public final class Months {

    private Months() {}

    /** First of the month of an application's or a case's number. */
    public static LocalDate of(String number) {
        var digits = number.startsWith("A") ? number.substring(1) : number;
        return LocalDate.of(Integer.parseInt(digits.substring(6, 10)), Integer.parseInt(digits.substring(10, 12)), 1);
    }
}
