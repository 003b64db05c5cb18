package io.onevisit.engine.expressions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.ProcessEngineException;

/** A day that comes every year, as a decision says it: {@code --06-30} (ISO 8601), for rounds that close for everybody at once. */
final class DayOfYear {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private DayOfYear() {}

    /** The end of that day, this year or, where it is over, the next. */
    static Instant next(Object day, Clock time) {
        try {
            var today = LocalDate.ofInstant(time.instant(), CHINA);
            var closes = MonthDay.parse(String.valueOf(day)).atYear(today.getYear());
            var end = closes.isBefore(today) ? closes.plusYears(1) : closes;
            return end.plusDays(1).atStartOfDay(CHINA).toInstant();
        } catch (DateTimeParseException e) {
            throw new ProcessEngineException("模型给出的截止日“%s”不正确，请写成 --06-30 的格式。".formatted(day), e);
        }
    }
}
