package io.onevisit.deadlines;

import io.onevisit.problems.Problem;
import org.springframework.http.HttpStatus;

/** A time was asked for in a year that the working calendar knows nothing of. */
class OutsideCalendar extends Problem {

    private final int year;

    OutsideCalendar(int year, int first, int last) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "calendar-missing",
                "没有 " + year + " 年的工作日历（现有 " + first + "—" + last + " 年），请先发布该年度的放假安排。");
        this.year = year;
    }

    int year() {
        return year;
    }
}
