package io.onevisit.audit;

import java.time.LocalDate;

/** The entries of one region and day, in the order they were sealed. */
record Chain(String region, LocalDate day) {

    LocalDate month() {
        return day.withDayOfMonth(1);
    }
}
