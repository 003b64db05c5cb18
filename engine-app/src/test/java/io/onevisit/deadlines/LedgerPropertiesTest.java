package io.onevisit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a clock, it shows what the slow reference counts minute by minute. */
class LedgerPropertiesTest {

    private static final WorkingCalendar CALENDAR = calendar();

    @Provide
    Arbitrary<Story> stories() {
        return Story.any();
    }

    @Property(tries = 400)
    void instantsEqualTheReference(@ForAll("stories") Story story) {
        var slow = story.slow();
        var clock = reckon(story.ledger());
        var promised = limit(story, slow, story.promised());
        var statutory = limit(story, slow, story.promised() + story.more());

        assertThat(clock.due()).isEqualTo(reached(story, slow, promised));
        assertThat(clock.begins(Light.YELLOW)).isEqualTo(reached(story, slow, promised));
        assertThat(clock.begins(Light.RED)).isEqualTo(reached(story, slow, statutory));
        assertThat(clock.begins(Light.BLUE)).isEqualTo(reached(story, slow, promised - 3 * slow.minutesOfUnit()));
    }

    @Property(tries = 400)
    void daysUsedAndLeftEqualTheReference(
            @ForAll("stories") Story story, @ForAll @IntRange(max = 60 * 24 * 60) int minutes) {
        var slow = story.slow();
        var clock = reckon(story.ledger());
        var at = story.start().plusMinutes(minutes);
        var used = ceil(slow.used(at), slow.minutesOfUnit());

        assertThat(clock.used(Story.instant(at))).isEqualTo(used);
        assertThat(clock.remaining(Story.instant(at)))
                .isEqualTo(ceil(limit(story, slow, story.promised()), slow.minutesOfUnit()) - used);
    }

    /** What was known at an instant is enough for the light it had. */
    @Property(tries = 400)
    void theLightOfAnInstantIsThatOfTheLedgerUntilThen(
            @ForAll("stories") Story story, @ForAll @IntRange(max = 60 * 24 * 3600) int seconds) {
        var ledger = story.ledger();
        var at = ledger.startedAt().plusSeconds(seconds);
        var then = reckon(ledger.until(at));

        var begun = Stream.of(Light.BLUE, Light.YELLOW, Light.RED)
                .filter(light -> then.begins(light) != null && at.isAfter(then.begins(light)))
                .reduce(Light.NONE, (a, b) -> b);
        assertThat(reckon(ledger).light(at)).isEqualTo(begun);
        assertThat(reckon(ledger).used(at)).isEqualTo(then.used(at));
    }

    @Property(tries = 200)
    void timeUsedNeverShrinks(
            @ForAll("stories") Story story,
            @ForAll @IntRange(max = 60 * 24 * 60) int one,
            @ForAll @IntRange(max = 60 * 24 * 60) int other) {
        var clock = reckon(story.ledger());
        var from = Story.instant(story.start());

        assertThat(clock.counted(from.plus(Duration.ofMinutes(Math.min(one, other)))))
                .isLessThanOrEqualTo(clock.counted(from.plus(Duration.ofMinutes(Math.max(one, other)))));
    }

    @Property(tries = 400)
    void aYearWithoutAPlanMakesItProvisional(@ForAll("stories") Story story) {
        var slow = story.slow();
        var clock = reckon(story.ledger());
        var end = Stream.of(
                        clock.begins(Light.BLUE),
                        clock.begins(Light.RED),
                        clock.due(),
                        Story.instant(story.last()),
                        Story.instant(slow.running()))
                .filter(Objects::nonNull)
                .map(instant -> LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE))
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        var touches = story.unit() != LimitUnit.CALENDAR_DAY
                ? end.getYear() >= 2027
                : story.rule() == CountingRule.NEXT_WORKDAY && slow.running().getYear() >= 2027;

        assertThat(clock.provisional()).isEqualTo(touches);
    }

    @Property(tries = 200)
    void theExplanationAddsUpToTheLimitAndLeavesNoDayOut(@ForAll("stories") Story story) {
        var ledger = story.ledger();
        var clock = reckon(ledger);
        var explanation = Wording.explain(ledger, CALENDAR, clock, ledger.startedAt());

        assertThat(explanation.runs().stream()
                                .mapToLong(Explanation.Run::seconds)
                                .sum()
                        * WorkingCalendar.SECOND)
                .isEqualTo(clock.counted(clock.due()));
        var days = explanation.runs().stream()
                .filter(run -> run.kind() != Explanation.Kind.EXTENDED)
                .flatMap(run -> run.from().datesUntil(run.to().plusDays(1)))
                .toList();
        assertThat(days).doesNotHaveDuplicates().isSorted();
        assertThat(explanation.runs()).extracting(Explanation.Run::text).allMatch(text -> text.endsWith("。"));
    }

    /** A public notice of calendar days takes out what the reference counts between its first and its last minute. */
    @Property(tries = 200)
    void aNoticeOfCalendarDaysMovesTheLimitByTheOfficeHoursInIt(
            @ForAll("stories") Story story,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @IntRange(max = 10 * 24 * 60) int gap) {
        var from = story.start().plusMinutes(gap);
        var pause = new SlowClock.Pause(from, from.plusDays(days), Long.MAX_VALUE);
        var slow = new SlowClock(story.unit(), story.rule(), story.start(), List.of(pause));
        var alone = new Story(story.start(), story.promised(), story.more(), story.unit(), story.rule(), List.of());
        var open = alone.ledger().with(Samples.publicNotice(from.toString(), days));
        var ended = open.with(Samples.entry(
                Ledger.Act.SPECIAL_PROCEDURE_ENDED, from.plusDays(days).toString()));
        var promised = story.promised() * slow.minutesOfUnit();

        assertThat(reckon(open).due()).isEqualTo(reached(story, slow, promised));
        assertThat(reckon(ended).instants()).isEqualTo(reckon(open).instants());
    }

    /** The limit with the extensions that came before it ended, in minutes. */
    private static long limit(Story story, SlowClock slow, int units) {
        var limit = units * slow.minutesOfUnit();
        for (var extension : story.extensions())
            if (!reached(story, slow, limit).isBefore(Story.instant(extension.at())))
                limit += extension.act().days() * slow.minutesOfDay();
        return limit;
    }

    /** A limit from the opening of a day ends with the break after it, any other one as soon as it is used up. */
    private static Instant reached(Story story, SlowClock slow, long minutes) {
        var reached = slow.reached(minutes);
        var start = story.start();
        var fromOpening = story.unit() == LimitUnit.WORKING_DAY
                && story.rule() == CountingRule.EXACT_TIME
                && SlowClock.worked(start.toLocalDate())
                && start.getHour() * 60 + start.getMinute() <= 9 * 60;
        return Story.instant(fromOpening && minutes > 0 ? slow.next(reached) : reached);
    }

    private static int ceil(long minutes, long unit) {
        return (int) ((minutes + unit - 1) / unit);
    }

    private static Reckoning reckon(Ledger ledger) {
        return new Reckoning(ledger, CALENDAR, Samples.lights(ClockKind.CASE));
    }

    /** The province's calendar with the reference's days of other hours. */
    private static WorkingCalendar calendar() {
        return new WorkingCalendar(
                "430000",
                1,
                Samples.provincePlans().stream()
                        .map(plan -> new YearPlan(
                                plan.year(),
                                plan.published(),
                                plan.source(),
                                plan.hours(),
                                plan.off(),
                                plan.work(),
                                special(plan.year())))
                        .toList());
    }

    private static TreeMap<LocalDate, List<Hours>> special(int year) {
        var special = new TreeMap<LocalDate, List<Hours>>();
        SlowClock.OTHER_HOURS.forEach((day, hours) -> {
            if (day.getYear() == year)
                special.put(
                        day,
                        hours.stream()
                                .map(open -> new Hours(open[0] * 3600, open[1] * 3600))
                                .toList());
        });
        return special;
    }
}
