package io.onevisit.elapsed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.LinkLimits;
import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Explanation;
import io.onevisit.deadlines.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a case is due on its day, and whose time it took from its submission until it ended or until now. */
@Component
class CaseTime {

    private final Cases cases;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Spans spans;
    private final LinkLimits linkLimits;
    private final Clock time;

    CaseTime(Cases cases, Clocks clocks, Calendars calendars, Spans spans, LinkLimits linkLimits, Clock time) {
        this.cases = cases;
        this.clocks = clocks;
        this.calendars = calendars;
        this.spans = spans;
        this.linkLimits = linkLimits;
        this.time = time;
    }

    View of(CaseFile file) {
        var now = time.instant();
        var face = clocks.face(file.caseNo(), now);
        var until = file.closedAt() == null ? now : file.closedAt();
        var calendar = calendars.of(file.region());
        var segments = Segments.of(spans.of(file, now), file.submittedAt(), until).stream()
                .map(span -> segment(span, calendar, file))
                .toList();
        return new View(
                file.caseNo(),
                file.itemName(),
                face.startedAt() == null ? null : face,
                clocks.explain(Clocks.Key.ofCase(file.caseNo()), now).orElse(null),
                segments,
                Arrays.stream(Whose.values())
                        .map(whose -> total(whose, segments, calendar))
                        .filter(total -> total.workedSeconds() > 0)
                        .toList(),
                linkLimits.of(file.caseNo()).stream()
                        .map(link -> new TimedLink(
                                link, linkLimits.explain(file.caseNo(), link).orElse(null)))
                        .toList(),
                clocks.of(file.caseNo()).stream()
                        .filter(key -> key.kind() != ClockKind.CASE && key.kind() != ClockKind.LINK)
                        .map(key -> other(key, now))
                        .toList());
    }

    CaseFile get(String caseNo) {
        return cases.get(caseNo);
    }

    private static Segment segment(Span span, WorkingCalendar calendar, CaseFile file) {
        var worked = calendar.workedSeconds(span.from(), span.to());
        var counts = file.acceptedAt() != null && !span.from().isBefore(file.acceptedAt()) && !span.paused();
        return new Segment(
                span.whose(),
                span.whose().label(),
                span.what(),
                span.from(),
                span.to(),
                worked,
                calendar.inWords(worked, span.from()),
                counts,
                span.incidentId());
    }

    private static Total total(Whose whose, List<Segment> segments, WorkingCalendar calendar) {
        var own = segments.stream().filter(s -> s.whose() == whose).toList();
        var worked = own.stream().mapToLong(Segment::workedSeconds).sum();
        var words = own.isEmpty() ? "" : calendar.inWords(worked, own.get(0).from());
        return new Total(whose, whose.label(), worked, words);
    }

    private Other other(Clocks.Key key, Instant now) {
        var face = clocks.face(key, now);
        return new Other(
                key.kind(),
                key.number(),
                face.startedAt(),
                face.promisedDueAt(),
                face.finishedAt(),
                face.light().name());
    }

    /**
     * @param clock {@code null} before acceptance
     * @param why {@code null} before acceptance
     * @param links the links it has gone through that have a limit
     * @param others the clocks beside these: pre-acceptance, special procedures, issue of the license
     */
    record View(
            String caseNo,
            String itemName,
            Clocks.Face clock,
            Explanation why,
            List<Segment> segments,
            List<Total> totals,
            List<TimedLink> links,
            List<Other> others) {}

    /** @param why why it is due on its day */
    record TimedLink(@JsonUnwrapped LinkLimits.LinkLimit limit, Explanation why) {}

    /**
     * @param workedSeconds office hours in it
     * @param counts whether it counts towards the case's limit
     */
    record Segment(
            Whose whose,
            String whoseLabel,
            String what,
            Instant from,
            Instant to,
            long workedSeconds,
            String worked,
            boolean counts,
            String incidentId) {}

    record Total(Whose whose, String whoseLabel, long workedSeconds, String worked) {}

    record Other(ClockKind kind, int number, Instant startedAt, Instant dueAt, Instant finishedAt, String light) {}
}
