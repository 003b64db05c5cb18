package io.onevisit.tasks;

import io.onevisit.cases.Extensions;
import io.onevisit.cases.Reviews;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a special procedure or an extension would do to every light of a task's case; nothing is written. */
@Component
class ClockForecasts {

    private final Tasks tasks;
    private final Clocks clocks;
    private final Reviews reviews;
    private final Clock time;

    ClockForecasts(Tasks tasks, Clocks clocks, Reviews reviews, Clock time) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * @param days asked for; zero where {@code until} says the last day instead
     * @param kind the special procedure asked for, which says how its days are counted; empty where none is chosen yet
     */
    Shown of(Account officer, String taskId, Clocks.Move move, int days, LocalDate until, String kind) {
        var item = tasks.get(officer, taskId);
        if (item.caseNo() == null) {
            throw Problem.conflict("clock-none", "这项任务没有审批时限。");
        }
        var now = time.instant();
        var unit = kind.isEmpty() ? clocks.daysOf(item.caseNo()) : reviews.specialUnit(item.caseNo(), kind);
        var asked = days == 0 && until != null ? clocks.daysUntil(item.caseNo(), until, unit, now) : days;
        var most = move == Clocks.Move.EXTENSION ? Extensions.LONGEST : CaseAnswers.LONGEST_SPECIAL;
        if (asked < 1 || asked > most) {
            throw Problem.invalid("days-invalid", "天数应为 1 至 " + most + "，截止日期应在今天之后。")
                    .with("field", "days")
                    .with("most", most);
        }
        var forecast = clocks.forecast(item.caseNo(), move, asked, unit, now);
        var before = forecast.before();
        var after = forecast.after();
        return new Shown(
                asked,
                unit,
                forecast.until(),
                most,
                List.of(
                        new Moved(Light.BLUE, before.blueAt(), after.blueAt()),
                        new Moved(Light.YELLOW, before.yellowAt(), after.yellowAt()),
                        new Moved(Light.RED, before.redAt(), after.redAt())));
    }

    /** @param most the most days that may be asked for */
    record Shown(int days, LimitUnit unit, LocalDate until, int most, List<Moved> lights) {}

    record Moved(Light light, Instant before, Instant after) {}
}
