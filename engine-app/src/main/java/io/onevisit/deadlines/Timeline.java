package io.onevisit.deadlines;

import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Time as a limit's unit counts it: an ever growing number of nanoseconds, still outside office hours where they count. */
interface Timeline {

    long position(Instant instant);

    /** The earliest instant at a position. */
    Instant first(long position);

    /** The latest instant at a position. */
    Instant last(long position);

    /** Length of the limit's unit. */
    long unit();

    /** Length of a day, in which special procedures and extensions are measured. */
    long day();

    static Timeline of(LimitUnit unit, WorkingCalendar calendar, LocalDate start) {
        var day = calendar.standardDay(start);
        return switch (unit) {
            case WORKING_DAY -> new Office(calendar, day, day);
            case HOUR -> new Office(calendar, 3600 * WorkingCalendar.SECOND, day);
            case CALENDAR_DAY -> new Everyday();
        };
    }

    /** Office hours of a working calendar. */
    record Office(WorkingCalendar calendar, long unit, long day) implements Timeline {

        @Override
        public long position(Instant instant) {
            return calendar.worked(instant);
        }

        @Override
        public Instant first(long position) {
            return calendar.first(position);
        }

        @Override
        public Instant last(long position) {
            return calendar.last(position);
        }
    }

    /** Every second of every day. */
    record Everyday() implements Timeline {

        private static final Instant ORIGIN = Instant.parse("2000-01-01T00:00:00Z");

        @Override
        public long position(Instant instant) {
            return ORIGIN.until(instant, ChronoUnit.NANOS);
        }

        @Override
        public Instant first(long position) {
            return ORIGIN.plusNanos(position);
        }

        @Override
        public Instant last(long position) {
            return first(position);
        }

        @Override
        public long unit() {
            return 86_400 * WorkingCalendar.SECOND;
        }

        @Override
        public long day() {
            return unit();
        }
    }
}
